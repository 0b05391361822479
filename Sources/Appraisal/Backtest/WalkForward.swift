import Values

/// A back-test as life would have run it: points fixed at the start, the intercept moved year by year.
///
/// The rubric is calibrated on the first years (or fitted there) and then left alone. Every later year is scored twice: with that intercept, and with the
/// intercept moved by what happened within twelve months to the organizations of the year before.
package struct WalkForward: Sendable {
    /// One test year.
    package struct Year: Hashable, Sendable {
        package let year: Int
        package let cases: Int
        package let exits: Int
        package let area: Double?
        /// Mean squared error and exits expected, with the intercept as fitted.
        package let brier: Double
        package let expected: Double
        /// The same after the intercept was moved by the newest twelve months' outcomes.
        package let movedBrier: Double
        package let movedExpected: Double
        /// How far the log-odds were moved.
        package let shift: Double
    }

    package let years: [Year]

    /// Standard deviation of the prior of the yearly move, in log-odds: a handful of exits moves it little.
    package static let priorDeviation = 0.25
    /// Exits that the first years must hold before anything is tried.
    private static let leastExits = 10

    /// - Parameters:
    ///   - readings: one per landmark of the data.
    ///   - settings: with them the points are fitted on the first years; without, the rubric's own stay.
    ///   - horizon: 24 or 36 months; outcomes of 12 months move the intercept.
    package init(
        _ data: BacktestData, readings: [[IndicatorReading]], task: Int, rubric: Rubric, settings: RubricFit.Settings?, horizon: Horizon,
        priorDeviation: Double = WalkForward.priorDeviation
    ) {
        let members = data.landmarks.indices.filter { data.landmarks[$0].task == task }
        let population = rubric.populations.firstIndex { $0.code == data.layout.tasks[task].population } ?? 0
        func cases(_ horizon: Horizon, in range: ClosedRange<Int>) -> [RubricFit.Case] {
            members.compactMap { index in
                guard range.contains(data.landmarks[index].day.year), let exit = data.landmarks[index].outcomes[horizon] else { return nil }
                return RubricFit.Case(readings: readings[index], population: population, exit: exit)
            }
        }
        let years = Set(members.map { data.landmarks[$0].day.year }).sorted()
        let closing = horizon.rawValue / 12
        guard let first = years.first,
            let last = years.first(where: { cases(horizon, in: first...$0).count(where: \.exit) >= Self.leastExits })
        else {
            self.years = []
            return
        }
        let training = cases(horizon, in: first...last)
        let fitted = settings.map { RubricFit(rubric, settings: $0).fitted(to: training, horizon: horizon) } ?? rubric
        let start = fitted.recalibrated(to: training, horizon: horizon).recalibrated(
            to: cases(.months12, in: first...last), horizon: .months12)
        self.years = years.compactMap { year in
            guard year >= last + closing else { return nil }
            let test = cases(horizon, in: year...year)
            guard !test.isEmpty else { return nil }
            return Self.year(
                year, start, population: population, test: test, newest: cases(.months12, in: (year - 1)...(year - 1)), horizon: horizon,
                priorDeviation: priorDeviation
            )
        }
    }

    private static func year(
        _ year: Int, _ rubric: Rubric, population: Int, test: [RubricFit.Case], newest: [RubricFit.Case], horizon: Horizon,
        priorDeviation: Double
    ) -> Year {
        let appraiser = Appraiser(rubric)
        func logits(_ cases: [RubricFit.Case], _ horizon: Horizon) -> [Double] {
            cases.map {
                rubric.logit(points: appraiser.totalPoints(of: $0.readings), in: rubric.populations[population], horizon: horizon)
            }
        }
        let shift = LogisticLine.shift(of: logits(newest, .months12), exits: newest.map(\.exit), priorDeviation: priorDeviation)
        let (plain, exits) = (logits(test, horizon), test.map(\.exit))
        let before = CalibrationCheck(logits: plain, exits: exits)
        let after = CalibrationCheck(logits: plain.map { $0 + shift }, exits: exits)
        return Year(
            year: year, cases: test.count, exits: before.exits, area: Discrimination.areaUnderCurve(scores: plain, exits: exits),
            brier: before.brier, expected: before.expectedShare * Double(test.count), movedBrier: after.brier,
            movedExpected: after.expectedShare * Double(test.count), shift: shift
        )
    }
}
