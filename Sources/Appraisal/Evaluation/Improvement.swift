package import Values

/// A set of changes after which an organization would be estimated below a line. It would lower the estimate; it is no promise to save anybody.
package struct Improvement: Hashable, Sendable {
    /// In the order of the rubric's indicators.
    package let steps: [Step]
    /// The probability after all of them.
    package let probability: Double

    /// One indicator moved to the near edge of a better band.
    package struct Step: Hashable, Sendable {
        /// Position in the rubric.
        package let indicator: Int
        /// The present value; nil where it should be on record and is not.
        package let from: Double?
        package let to: Double
        /// The band that it moves into.
        package let bound: ValueBound
        package let pointsSaved: Int
        /// How many cuts it crosses.
        package let cuts: Int
    }
}

extension Appraiser {
    /// The smallest set of changes to at most three changeable indicators that brings the probability below the line; of sets of the same size the one
    /// that crosses fewest cuts, then the one whose indicators come first. Nil when the estimate is below already or no such set exists.
    package func improvement(of evaluation: Evaluation, below line: Double, horizon: Horizon = .months24) -> Improvement? {
        guard evaluation.probabilities[horizon].probability >= line else { return nil }
        let options = evaluation.readings.indices.map { steps(for: $0, evaluation) }.filter { !$0.isEmpty }
        for size in 1...3 {
            var best: (improvement: Improvement, cuts: Int)?
            visit(options, size: size, from: 0, chosen: []) { chosen in
                let cuts = chosen.reduce(0) { $0 + $1.cuts }
                if let best, best.cuts <= cuts { return }
                let probability = self.probability(after: chosen, evaluation, horizon)
                guard probability < line else { return }
                best = (Improvement(steps: chosen, probability: probability), cuts)
            }
            if let best { return best.improvement }
        }
        return nil
    }

    /// The evaluation after the steps, as a what-if shows it.
    package func evaluation(_ evaluation: Evaluation, after steps: [Improvement.Step]) -> Evaluation {
        var readings = evaluation.readings
        for step in steps { readings[step.indicator] = .observed(step.to, source: readings[step.indicator].source) }
        return self.evaluation(
            of: readings, organization: evaluation.organization, population: evaluation.population, asOf: evaluation.asOf,
            qualities: qualities(of: evaluation)
        )
    }

    /// The reviewers' grades that an evaluation was made with.
    func qualities(of evaluation: Evaluation) -> [ElementQuality] {
        rubric.families.indices.map { family in
            let element = evaluation.elements.first { $0.family == family }
            return ElementQuality(mean: element?.quality, reviewers: element?.reviewers ?? 0)
        }
    }

    /// The money that makes up a step at present spending; nil where it is not a matter of money.
    package func amount(of step: Improvement.Step, evidence: Evidence, asOf: Day) -> Money? {
        step.from.flatMap { amount(of: step.to - $0, measure: rubric.indicators[step.indicator].measure, evidence: evidence, asOf: asOf) }
    }

    private func probability(after steps: [Improvement.Step], _ evaluation: Evaluation, _ horizon: Horizon) -> Double {
        var readings = evaluation.readings
        for step in steps { readings[step.indicator] = .observed(step.to) }
        let population = rubric.populations[evaluation.population]
        return Exponential.logistic(rubric.logit(points: totalPoints(of: readings), in: population, horizon: horizon))
    }

    /// Moves to every better band, the nearest first.
    private func steps(for index: Int, _ evaluation: Evaluation) -> [Improvement.Step] {
        let indicator = rubric.indicators[index]
        let reading = evaluation.readings[index]
        guard indicator.isChangeable, evaluation.points[index] > 0, reading.state == .observed || reading.state == .dueButMissing else {
            return []
        }
        // What is not on record may turn out to be anything: putting it there helps where it shows a value of a better band.
        let value = reading.value ?? (indicator.worse == .lower ? -.infinity : .infinity)
        var steps: [Improvement.Step] = []
        let better = indicator.worse == .lower ? indicator.bands : indicator.bands.reversed()
        for band in better where band.points < (steps.last.map { evaluation.points[index] - $0.pointsSaved } ?? evaluation.points[index]) {
            let edge = indicator.worse == .lower ? band.bounds.atLeast : band.bounds.below?.nextDown
            guard let edge, indicator.worse == .lower ? edge > value : edge < value else { continue }
            steps.append(
                Improvement.Step(
                    indicator: index, from: reading.value, to: edge,
                    bound: indicator.worse == .lower ? .atLeast(edge) : .lessThan(band.bounds.below ?? edge),
                    pointsSaved: evaluation.points[index] - band.points, cuts: steps.count + 1
                ))
        }
        return steps
    }

    private func visit(
        _ options: [[Improvement.Step]], size: Int, from first: Int, chosen: [Improvement.Step], _ body: ([Improvement.Step]) -> Void
    ) {
        if chosen.count == size { return body(chosen) }
        guard first < options.count else { return }
        for index in first..<options.count {
            for step in options[index] { visit(options, size: size, from: index + 1, chosen: chosen + [step], body) }
        }
    }
}
