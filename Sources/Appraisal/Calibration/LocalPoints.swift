import Values

/// Points fitted to local exits, drawn towards those of the rubric; never negative, and never fewer for silence than for the worst value.
struct LocalPoints {
    let points: LocalCalibration.FittedPoints

    /// Log-odds of a point: fine enough that rounding loses nothing.
    private static let logOddsPerPoint = 0.05
    /// The prior's precision: each cut's weight lies about the rubric's with a standard deviation of 0.35.
    private static let ridge = 8.0

    /// nil with fewer exits than points need, or where nothing carries points.
    init?(_ rubric: Rubric, cases: [CalibrationCase], on today: Day) {
        let known = cases.filter { $0.isKnown(.months24, on: today) }
        guard CalibrationStage(exits: CalibrationFit.exits(known, on: today)) == .weights else { return nil }
        let columns = rubric.indicators.indices.flatMap { Self.columns(of: $0, rubric) }
        guard !columns.isEmpty, known.contains(where: { $0.outcomes.months24 == false }) else { return nil }
        var members = [[Int32]](repeating: [], count: columns.count)
        for (position, item) in known.enumerated() {
            for (number, column) in columns.enumerated() where column.holds(item.readings, rubric) {
                members[number].append(Int32(position))
            }
        }
        let fit = MonotoneFit(
            columns: members, exits: known.map { $0.outcomes.months24 == true }, groups: known.map(\.population),
            groupCount: rubric.populations.count, importance: known.map { _ in 1 }, ridge: Self.ridge,
            drawnTo: columns.map { $0.points * rubric.logOddsPerPoint })
        points = LocalCalibration.FittedPoints(
            logOddsPerPoint: Self.logOddsPerPoint,
            indicators: Self.gathered(columns, fit.weights.map { Int(($0 / Self.logOddsPerPoint).rounded()) }, rubric))
    }

    /// What a weight of the fit stands for, and the points that the rubric has for it.
    private struct Column {
        enum Kind {
            case cut(Double)
            /// What silence carries beyond the worst value.
            case missing
            case notYetDue
        }

        let indicator: Int
        let kind: Kind
        let points: Double

        func holds(_ readings: [IndicatorReading], _ rubric: Rubric) -> Bool {
            let reading = readings[indicator]
            switch kind {
            case .cut(let cut):
                guard let value = reading.value else { return reading.state == .dueButMissing }
                return rubric.indicators[indicator].worse == .lower ? value < cut : value >= cut
            case .missing: return reading.state == .dueButMissing
            case .notYetDue: return reading.state == .notYetDue
            }
        }
    }

    private static func columns(of number: Int, _ rubric: Rubric) -> [Column] {
        let indicator = rubric.indicators[number]
        guard indicator.bands.count > 1 else { return [] }
        var columns = zip(indicator.bands, indicator.bands.dropFirst()).map { lower, upper in
            Column(indicator: number, kind: .cut(upper.bounds.atLeast ?? 0), points: Double(abs(lower.points - upper.points)))
        }
        let worst = indicator.bands.map(\.points).max() ?? 0
        columns.append(Column(indicator: number, kind: .missing, points: Double(max(0, indicator.missingPoints - worst))))
        columns.append(Column(indicator: number, kind: .notYetDue, points: Double(indicator.notYetDuePoints)))
        return columns
    }

    private static func gathered(_ columns: [Column], _ points: [Int], _ rubric: Rubric) -> [LocalCalibration.Points] {
        var found: [LocalCalibration.Points] = []
        var start = 0
        while start < columns.count {
            let number = columns[start].indicator
            let end = columns[start...].firstIndex { $0.indicator != number } ?? columns.count
            var (cuts, steps, extra, notYetDue) = ([Double](), [Int](), 0, 0)
            for position in start..<end {
                switch columns[position].kind {
                case .cut(let cut):
                    cuts.append(cut)
                    steps.append(points[position])
                case .missing: extra = points[position]
                case .notYetDue: notYetDue = points[position]
                }
            }
            let isLower = rubric.indicators[number].worse == .lower
            let bands = (0...cuts.count).map { band in (isLower ? steps[band...] : steps[..<band]).reduce(0, +) }
            found.append(
                LocalCalibration.Points(
                    indicator: rubric.indicators[number].code, cuts: cuts, points: bands, missing: (bands.max() ?? 0) + extra,
                    notYetDue: notYetDue))
            start = end
        }
        return found
    }
}
