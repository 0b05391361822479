/// A rubric's numbers without its words, laid out flat: an appraisal touches each of them for every organization, and copying words costs more than the
/// arithmetic.
struct ScoreTable: Sendable {
    struct Row: Sendable {
        let measure: Measure
        let missing: Indicator.MissingRule
        let mostPoints: Int
        let leastPoints: Int
        let missingPoints: Int
        let notYetDuePoints: Int
        /// Where its bands' upper ends and points lie; the last band has no end.
        let bands: Range<Int>
    }

    struct Flag: Sendable {
        let conditions: Range<Int>
        let isChangeable: Bool
        let severity: FlagRule.Severity
        /// One bit for every flag that it makes superfluous.
        let supersedes: FlagSet
    }

    /// One bit for each flag, by its position.
    typealias FlagSet = UInt128

    /// What a complete element shows in one indicator.
    struct Requirement: Sendable {
        let indicator: Int
        let bounds: Indicator.Bounds
    }

    struct Condition: Sendable {
        let indicator: Int
        /// One bit per state.
        let states: UInt8
        let comparison: Comparison
        let threshold: Double
    }

    let rows: [Row]
    private let bandEnds: [Double]
    private let bandPoints: [Int]
    let flags: [Flag]
    let conditions: [Condition]
    /// Positions of the flags, the most severe first.
    let flagOrder: [Int]
    /// For each family that is an element what it requires.
    let requirements: [[Requirement]]

    init(_ rubric: Rubric) {
        var (ends, points) = ([Double](), [Int]())
        rows = rubric.indicators.map { indicator in
            let start = ends.count
            ends += indicator.bands.map { $0.bounds.below ?? .infinity }
            points += indicator.bands.map(\.points)
            return Row(
                measure: indicator.measure, missing: indicator.missing, mostPoints: indicator.mostPoints,
                leastPoints: indicator.leastPoints, missingPoints: indicator.missingPoints, notYetDuePoints: indicator.notYetDuePoints,
                bands: start..<ends.count
            )
        }
        (bandEnds, bandPoints) = (ends, points)
        var conditions: [Condition] = []
        flags = rubric.flags.map { rule in
            let start = conditions.count
            conditions += rule.conditions.map { condition in
                Condition(
                    indicator: condition.indicator, states: condition.states.reduce(0) { $0 | $1.bit }, comparison: condition.comparison,
                    threshold: condition.threshold
                )
            }
            return Flag(
                conditions: start..<conditions.count,
                isChangeable: rule.conditions.contains { rubric.indicators[$0.indicator].isChangeable }, severity: rule.severity,
                supersedes: rule.supersedes.reduce(0) { $0 | 1 << $1 }
            )
        }
        self.conditions = conditions
        flagOrder = rubric.flags.indices.sorted { left, right in
            let (first, second) = (rubric.flags[left].severity, rubric.flags[right].severity)
            return first == second ? left < right : first > second
        }
        requirements = rubric.elementFamilies.map { family in
            rubric.requirements[family].compactMap { index in
                rubric.indicators[index].requirement.map { Requirement(indicator: index, bounds: $0) }
            }
        }
    }

    func flagsRaised(by readings: [IndicatorReading]) -> FlagSet {
        var raised: FlagSet = 0
        for position in flags.indices where isRaised(flags[position], by: readings) { raised |= 1 << position }
        return raised
    }

    /// Flags that raised ones make superfluous.
    func superseded(by raised: FlagSet) -> FlagSet {
        var hidden: FlagSet = 0
        for position in flags.indices where raised & (1 << position) != 0 { hidden |= flags[position].supersedes }
        return hidden
    }

    /// Points of an observed value.
    func points(of value: Double, _ row: Row) -> Int {
        for band in row.bands where value < bandEnds[band] { return bandPoints[band] }
        return row.bands.isEmpty ? 0 : bandPoints[row.bands.upperBound - 1]
    }

    /// Whether all conditions of a flag hold. A state without a value satisfies one by itself, where the rule names that state.
    func isRaised(_ flag: Flag, by readings: [IndicatorReading]) -> Bool {
        for position in flag.conditions {
            let condition = conditions[position]
            let reading = readings[condition.indicator]
            guard condition.states & reading.state.bit != 0 else { return false }
            if let value = reading.value, !condition.comparison.holds(value, condition.threshold) { return false }
        }
        return true
    }
}

extension IndicatorState {
    /// A bit of its own.
    fileprivate var bit: UInt8 {
        switch self {
        case .observed: 1
        case .notYetDue: 2
        case .dueButMissing: 4
        case .notApplicable: 8
        }
    }
}
