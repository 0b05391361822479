/// Makes a rubric's points anew from cases with known outcomes: cut points are given, weights are fitted.
package struct RubricFit: Sendable {
    /// Where to look for cut points and how strongly to hold back.
    package struct Settings: Sendable {
        /// Cut points by indicator code; an indicator without any carries no points.
        package var cuts: [String: [Double]]
        package var ridge: Double
        /// Log-odds of one point of the fitted rubric.
        package var logOddsPerPoint: Double

        package init(cuts: [String: [Double]], ridge: Double, logOddsPerPoint: Double) {
            self.cuts = cuts
            self.ridge = ridge
            self.logOddsPerPoint = logOddsPerPoint
        }
    }

    /// One case to learn from.
    package struct Case: Sendable {
        package let readings: [IndicatorReading]
        package let population: Int
        package let exit: Bool

        package init(readings: [IndicatorReading], population: Int, exit: Bool) {
            self.readings = readings
            self.population = population
            self.exit = exit
        }
    }

    /// What a column of the fit stands for.
    private enum Column {
        case cut(indicator: Int, at: Double)
        case missing(indicator: Int)
        case notYetDue(indicator: Int)
    }

    private let rubric: Rubric
    private let settings: Settings
    private let columns: [Column]

    package init(_ rubric: Rubric, settings: Settings) {
        self.rubric = rubric
        self.settings = settings
        var columns: [Column] = []
        for (index, indicator) in rubric.indicators.enumerated() where indicator.worse != .context {
            guard let cuts = settings.cuts[indicator.code], !cuts.isEmpty else { continue }
            columns += Set(cuts.filter(\.isFinite)).sorted().map { .cut(indicator: index, at: $0) }
            columns += [.missing(indicator: index), .notYetDue(indicator: index)]
        }
        self.columns = columns
    }

    /// The rubric with fitted points, and fitted intercepts of the horizon for every population that has cases.
    ///
    /// A missing value gets the points it earned, but never fewer than none: ``Rubric/missingAtWorst`` is off in the result.
    package func fitted(to cases: [Case], horizon: Horizon) -> Rubric {
        var members = [[Int32]](repeating: [], count: columns.count)
        for (position, item) in cases.enumerated() {
            for (number, column) in columns.enumerated() where holds(column, item.readings) { members[number].append(Int32(position)) }
        }
        let fit = MonotoneFit(
            columns: members, exits: cases.map(\.exit), groups: cases.map(\.population), groupCount: rubric.populations.count,
            importance: cases.map { _ in 1 }, ridge: settings.ridge
        )
        let points = fit.weights.map { Int(($0 / settings.logOddsPerPoint).rounded()) }
        let refitted = with(points)
        return refitted.recalibrated(to: cases, horizon: horizon)
    }

    private func holds(_ column: Column, _ readings: [IndicatorReading]) -> Bool {
        switch column {
        case .cut(let indicator, let cut):
            guard let value = readings[indicator].value else { return false }
            return rubric.indicators[indicator].worse == .lower ? value < cut : value >= cut
        case .missing(let indicator): return readings[indicator].state == .dueButMissing
        case .notYetDue(let indicator): return readings[indicator].state == .notYetDue
        }
    }

    private func with(_ points: [Int]) -> Rubric {
        var cuts: [Int: [(at: Double, points: Int)]] = [:]
        var (missing, notYetDue) = ([Int: Int](), [Int: Int]())
        for (column, points) in zip(columns, points) {
            switch column {
            case .cut(let indicator, let cut): if points > 0 { cuts[indicator, default: []].append((cut, points)) }
            case .missing(let indicator): missing[indicator] = points
            case .notYetDue(let indicator): notYetDue[indicator] = points
            }
        }
        let indicators = rubric.indicators.enumerated().map { index, indicator in
            indicator.carrying(
                Indicator.bands(cuts: cuts[index] ?? [], worse: indicator.worse), missing: missing[index] ?? 0,
                notYetDue: notYetDue[index] ?? 0
            )
        }
        return rubric.replacing(indicators: indicators, logOddsPerPoint: settings.logOddsPerPoint, missingAtWorst: false)
    }
}

extension Indicator {
    /// Bands in ascending order whose points add up, cut by cut, in the direction of worsening.
    static func bands(cuts: [(at: Double, points: Int)], worse: Direction) -> [Band] {
        guard !cuts.isEmpty else { return [] }
        let cuts = cuts.sorted { $0.at < $1.at }
        return (0...cuts.count).map { number in
            let bounds = Bounds(atLeast: number == 0 ? nil : cuts[number - 1].at, below: number == cuts.count ? nil : cuts[number].at)
            let passed = worse == .lower ? cuts[number...] : cuts[..<number]
            return Band(bounds: bounds, points: passed.reduce(0) { $0 + $1.points })
        }
    }

    func carrying(_ bands: [Band], missing: Int, notYetDue: Int) -> Indicator {
        let points = bands.map(\.points)
        return Indicator(
            code: code, family: family, name: name, definition: definition, unit: unit, worse: worse, measure: measure,
            missing: self.missing,
            isChangeable: isChangeable, requirement: requirement, bands: bands, missingPoints: missing, notYetDuePoints: notYetDue,
            evidence: evidence, mostPoints: max(points.max() ?? 0, missing, notYetDue), leastPoints: points.min() ?? 0
        )
    }
}
