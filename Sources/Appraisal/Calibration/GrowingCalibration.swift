import Values

/// A back-test as life would have run it where nothing is known at first: every year's organizations are estimated by what had been learned by then.
package struct GrowingCalibration: Sendable {
    /// One test year.
    package struct Year: Hashable, Sendable {
        package let year: Int
        package let cases: Int
        package let exits: Int
        /// Different organizations whose exit was known when the year began.
        package let knownExits: Int
        /// The furthest stage that they allow.
        package let reached: CalibrationStage
        /// The stage that was used: points fitted anew only once they had done better in the years before.
        package let used: CalibrationStage
        /// Mean log-loss and Brier score by stage; beyond the one reached those of the one reached.
        package let losses: [CalibrationStage: Double]
        package let briers: [CalibrationStage: Double]
        package let expected: [CalibrationStage: Double]
    }

    package let years: [Year]
    /// Log-odds of every tested case by the stage used in its year, and what happened, in the order of the years.
    package let logits: [Double]
    package let exits: [Bool]
    /// Positions of the tested cases.
    package let members: [Int]

    /// Whether points fitted anew have done better than a slope so far, over all years in which there were any.
    package var adoptsWeights: Bool { Self.weightsDoBetter(in: years) }

    /// - Parameter horizon: of the estimates; each year is tested on the cases of its days whose outcome is known.
    package init(_ cases: [CalibrationCase], rubric: Rubric, horizon: Horizon) {
        let fit = CalibrationFit(rubric)
        var (years, logits, exits, members) = ([Year](), [Double](), [Bool](), [Int]())
        let testable = cases.indices.filter { cases[$0].outcomes[horizon] != nil }
        for (year, positions) in Dictionary(grouping: testable, by: { cases[$0].day.year }).sorted(by: { $0.key < $1.key }) {
            let begins = positions.map { cases[$0].day }.min() ?? .earliest
            let known = cases.filter { $0.isKnown(.months12, on: begins) || $0.isKnown(.months24, on: begins) }
            let test = positions.map { cases[$0] }
            let happened = test.map { $0.outcomes[horizon] == true }
            let knownExits = CalibrationFit.exits(known, on: begins)
            let reached = CalibrationStage(exits: knownExits)
            let byStage = Self.logits(
                of: test, by: fit, learningFrom: known, on: begins, rubric: rubric, reached: reached, horizon: horizon)
            let used = reached == .weights && !Self.weightsDoBetter(in: years) ? .slope : reached
            let checks = byStage.mapValues { CalibrationCheck(logits: $0, exits: happened) }
            years.append(
                Year(
                    year: year, cases: test.count, exits: happened.count { $0 }, knownExits: knownExits, reached: reached,
                    used: used, losses: byStage.mapValues { Self.loss($0, happened) }, briers: checks.mapValues(\.brier),
                    expected: checks.mapValues { $0.expectedShare * Double(test.count) }))
            logits += byStage[used] ?? []
            exits += happened
            members += positions
        }
        (self.years, self.logits, self.exits, self.members) = (years, logits, exits, members)
    }

    private static func logits(
        of test: [CalibrationCase], by fit: CalibrationFit, learningFrom known: [CalibrationCase], on day: Day, rubric: Rubric,
        reached: CalibrationStage, horizon: Horizon
    ) -> [CalibrationStage: [Double]] {
        var found: [CalibrationStage: [Double]] = [:]
        for stage in CalibrationStage.allCases {
            guard stage <= reached else {
                found[stage] = found[reached]
                continue
            }
            let calibrated = stage == .notCalibratedLocally ? rubric : rubric.calibrated(by: fit.fitted(to: known, on: day, atMost: stage))
            let appraiser = Appraiser(calibrated)
            found[stage] = test.map { item in
                let points = appraiser.totalPoints(of: item.readings)
                return calibrated.logit(points: points, in: calibrated.populations[item.population], horizon: horizon)
            }
        }
        return found
    }

    /// Mean of minus the logarithm of the probability that was given to what happened.
    private static func loss(_ logits: [Double], _ exits: [Bool]) -> Double {
        guard !logits.isEmpty else { return 0 }
        return zip(logits, exits).reduce(0) { $0 - Logarithm.natural(max(Exponential.logistic($1.1 ? $1.0 : -$1.0), 1e-300)) }
            / Double(logits.count)
    }

    private static func weightsDoBetter(in years: [Year]) -> Bool {
        let tried = years.filter { $0.reached == .weights }
        func sum(_ stage: CalibrationStage) -> Double { tried.reduce(0) { $0 + ($1.losses[stage] ?? 0) * Double($1.cases) } }
        return !tried.isEmpty && sum(.weights) < sum(.slope)
    }
}
