import Values

/// Scores of cases by rubrics that never saw their organization.
package enum CrossValidation {
    /// The logit of every landmark that has an outcome, by a rubric fitted on the other folds.
    /// - Parameters:
    ///   - members: positions of landmarks with an outcome.
    ///   - generator: draws the fold of every organization; exits and stays are dealt out evenly.
    package static func logits(
        _ data: BacktestData, readings: [[IndicatorReading]], members: [Int], rubric: Rubric, settings: RubricFit.Settings,
        horizon: Horizon,
        folds: Int, using generator: inout some RandomNumberGenerator
    ) -> [Double] {
        let fold = self.folds(data, members: members, horizon: horizon, count: max(2, folds), using: &generator)
        let appraiser = Appraiser(rubric)
        func item(_ member: Int) -> RubricFit.Case {
            let landmark = data.landmarks[member]
            var evidence = data.evidence[landmark.organization]
            evidence.population = data.layout.tasks[landmark.task].population
            return RubricFit.Case(
                readings: readings[member], population: appraiser.population(of: evidence), exit: landmark.outcomes[horizon] ?? false
            )
        }
        let cases = members.map(item)
        var logits = members.map { _ in 0.0 }
        for number in 0..<max(2, folds) {
            let training = members.indices.filter { fold[data.landmarks[members[$0]].organization] != number }
            let fitted = RubricFit(rubric, settings: settings).fitted(to: training.map { cases[$0] }, horizon: horizon)
            let fittedAppraiser = Appraiser(fitted)
            for index in members.indices where fold[data.landmarks[members[index]].organization] == number {
                let points = fittedAppraiser.totalPoints(of: cases[index].readings)
                logits[index] = fitted.logit(points: points, in: fitted.populations[cases[index].population], horizon: horizon)
            }
        }
        return logits
    }

    /// The logit of every case by the points as they are, with a slope and an intercept from the other folds: what calibrating on some organizations does
    /// for others.
    package static func calibratedLogits(
        _ data: BacktestData, logits: [Double], members: [Int], horizon: Horizon, folds: Int,
        using generator: inout some RandomNumberGenerator
    ) -> [Double] {
        let count = max(2, folds)
        let fold = self.folds(data, members: members, horizon: horizon, count: count, using: &generator)
        let exits = members.map { data.landmarks[$0].outcomes[horizon] ?? false }
        var calibrated = logits
        for number in 0..<count {
            let training = members.indices.filter { fold[data.landmarks[members[$0]].organization] != number }
            guard let line = LogisticLine.fitted(to: training.map { logits[$0] }, exits: training.map { exits[$0] }) else { continue }
            for index in members.indices where fold[data.landmarks[members[index]].organization] == number {
                calibrated[index] = line.intercept + line.slope * logits[index]
            }
        }
        return calibrated
    }

    /// The fold of every organization.
    private static func folds(
        _ data: BacktestData, members: [Int], horizon: Horizon, count: Int, using generator: inout some RandomNumberGenerator
    ) -> [Int: Int] {
        var left: [Int: Bool] = [:]
        for member in members {
            let landmark = data.landmarks[member]
            left[landmark.organization] = (left[landmark.organization] ?? false) || (landmark.outcomes[horizon] ?? false)
        }
        var folds: [Int: Int] = [:]
        for outcome in [true, false] {
            let organizations = left.filter { $0.value == outcome }.keys.sorted().shuffled(using: &generator)
            for (position, organization) in organizations.enumerated() { folds[organization] = position % count }
        }
        return folds
    }
}
