package import Values

/// Learns from local exits as much as their number allows, every step drawn towards what was known before.
package struct CalibrationFit: Sendable {
    private let rubric: Rubric

    /// - Parameter rubric: as shipped, without any calibration.
    package init(_ rubric: Rubric) {
        self.rubric = rubric
    }

    /// Standard deviations of the priors: of an intercept about the shipped one, of a slope about 1, of the newest year's shift about none. Log-odds.
    static let interceptDeviation = 2.0
    static let slopeDeviation = 0.5
    static let newestDeviation = WalkForward.priorDeviation

    /// - Parameters:
    ///   - cases: of any day; those whose outcome was not known yet are left out.
    ///   - today: on which the calibration is made.
    ///   - limit: the furthest stage to go to.
    package func fitted(to cases: [CalibrationCase], on today: Day, atMost limit: CalibrationStage = .weights) -> LocalCalibration {
        let known = cases.filter { $0.isKnown(.months12, on: today) || $0.isKnown(.months24, on: today) }
        let points = limit == .weights ? LocalPoints(rubric, cases: known, on: today)?.points : nil
        let base = points.map { rubric.calibrated(by: LocalCalibration(parts: [], points: $0)) } ?? rubric
        let parts = rubric.populations.indices.compactMap { population in
            part(population, of: base, known.filter { $0.population == population }, on: today, atMost: limit, isRefitted: points != nil)
        }
        return LocalCalibration(parts: parts, points: points)
    }

    /// How many different organizations were known to have left.
    static func exits(_ cases: [CalibrationCase], on today: Day) -> Int {
        let left = cases.lazy.filter { item in
            [Horizon.months12, .months24].contains { item.isKnown($0, on: today) && item.outcomes[$0] == true }
        }
        return Set(left.map(\.organization)).count
    }

    private func part(
        _ number: Int, of rubric: Rubric, _ cases: [CalibrationCase], on today: Day, atMost limit: CalibrationStage, isRefitted: Bool
    ) -> LocalCalibration.Part? {
        let exits = Self.exits(cases, on: today)
        let reached = min(CalibrationStage(exits: exits), limit)
        let stage = isRefitted ? reached : min(reached, .slope)
        guard stage > .notCalibratedLocally else { return nil }
        let (older, newest) = Self.split(cases, on: today)
        let line = PopulationLine(rubric, number, cases: older, on: today, slopes: stage >= .slope)
        let shift = line.shift(newest, priorDeviation: Self.newestDeviation, on: today)
        return LocalCalibration.Part(
            population: rubric.populations[number].code, stage: stage, intercepts: line.intercepts.moved(by: shift), slope: line.slope,
            newestShift: shift, exits: exits, cases: cases.count)
    }

    /// The newest twelve months of landmarks apart from those before; all together where those before hold too few exits to start from.
    private static func split(_ cases: [CalibrationCase], on today: Day) -> (older: [CalibrationCase], newest: [CalibrationCase]) {
        guard let last = cases.filter({ $0.isKnown(.months12, on: today) }).map(\.day).max() else { return (cases, []) }
        let from = last.adding(months: -12)
        let older = cases.filter { $0.day <= from }
        guard exits(older, on: today) >= CalibrationStage.intercept.exitsNeeded else { return (cases, []) }
        return (older, cases.filter { $0.day > from })
    }
}

/// Intercepts and slope of one population.
private struct PopulationLine {
    let rubric: Rubric
    let population: Population
    private let appraiser: Appraiser
    private(set) var intercepts: Population.Intercepts
    private(set) var slope: Double

    init(_ rubric: Rubric, _ number: Int, cases: [CalibrationCase], on today: Day, slopes: Bool) {
        self.rubric = rubric
        population = rubric.populations[number]
        appraiser = Appraiser(rubric)
        (intercepts, slope) = (population.intercepts, population.slope)
        if slopes { slope = fittedSlope(cases, on: today) }
        var shifts: [Horizon: Double] = [:]
        for horizon in Horizon.allCases {
            let (logits, exits) = logits(of: cases, horizon, on: today)
            guard exits.contains(true) else { continue }
            shifts[horizon] = LogisticLine.shift(of: logits, exits: exits, priorDeviation: CalibrationFit.interceptDeviation)
        }
        // A horizon without exits of its own moves with the nearest that has some.
        let nearest = shifts[.months24] ?? shifts[.months12] ?? shifts[.months36] ?? 0
        for horizon in Horizon.allCases { intercepts[horizon] += shifts[horizon] ?? nearest }
    }

    /// The slope at 24 months, or at 12 where no exit is known that late; one slope serves all horizons.
    private func fittedSlope(_ cases: [CalibrationCase], on today: Day) -> Double {
        for horizon in [Horizon.months24, .months12] {
            let known = cases.filter { $0.isKnown(horizon, on: today) }
            let exits = known.map { $0.outcomes[horizon] == true }
            guard exits.contains(true), exits.contains(false) else { continue }
            let points = known.map { rubric.logOdds(ofPoints: appraiser.totalPoints(of: $0.readings), in: population) }
            let line = LogisticLine.drawn(
                to: points, exits: exits, intercept: population.intercepts[horizon],
                deviations: (CalibrationFit.interceptDeviation, CalibrationFit.slopeDeviation))
            return min(max(population.slope * line.slope, Population.slopes.lowerBound), Population.slopes.upperBound)
        }
        return slope
    }

    private func logits(of cases: [CalibrationCase], _ horizon: Horizon, on today: Day) -> (logits: [Double], exits: [Bool]) {
        let known = cases.filter { $0.isKnown(horizon, on: today) }
        let calibrated = population.calibrated(intercepts: intercepts, slope: slope, stage: population.stage)
        let logits = known.map { rubric.logit(points: appraiser.totalPoints(of: $0.readings), in: calibrated, horizon: horizon) }
        return (logits, known.map { $0.outcomes[horizon] == true })
    }

    /// How far the cases' twelve months moved away from what they were expected to bring.
    func shift(_ cases: [CalibrationCase], priorDeviation: Double, on today: Day) -> Double {
        let (logits, exits) = logits(of: cases, .months12, on: today)
        return LogisticLine.shift(of: logits, exits: exits, priorDeviation: priorDeviation)
    }
}

extension Population.Intercepts {
    fileprivate func moved(by shift: Double) -> Population.Intercepts {
        Population.Intercepts(months12: months12 + shift, months24: months24 + shift, months36: months36 + shift)
    }
}
