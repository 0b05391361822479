/// A rubric compiled to numbers: what every reading that an indicator can have adds to an appraisal.
///
/// All that a rubric asks of one value is on which side of some threshold it lies. The thresholds of an indicator, of its bands, flags and requirement
/// together, cut its values into intervals, and within one of them all values count the same. What they count is worked out once for each interval
/// and for each state without a value, by the rules as they stand; an appraisal then finds the interval of each value and adds up.
final class ScoreTable: Sendable {
    struct Row: Sendable {
        /// Position of its indicator in the rubric.
        let index: Int
        let measure: Measure
        let missing: Indicator.MissingRule
        let kinds: EvidenceKinds
        /// Where its cuts lie, in ascending order.
        let cuts: Range<Int>
        /// Where its effects begin: one for each interval, from low values to high ones, then one for each state without a value.
        let effects: Int
        /// Position of the element that it says something about among those that are elements; none is negative.
        let element: Int

        /// Its effects.
        var places: Range<Int> { effects..<effects + cuts.count + 4 }

        /// Which of the effects a state without a value has.
        @inline(__always)
        func place(of state: IndicatorState) -> Int {
            switch state {
            case .observed: 0
            case .notYetDue: cuts.count &+ 1
            case .dueButMissing: cuts.count &+ 2
            case .notApplicable: cuts.count &+ 3
            }
        }

        /// The state of which a place among the effects is.
        func state(at place: Int) -> IndicatorState {
            switch place - cuts.count {
            case 1: .notYetDue
            case 2: .dueButMissing
            case 3: .notApplicable
            default: .observed
            }
        }
    }

    struct Flag: Sendable {
        /// The indicator and threshold of its first condition.
        let indicator: Int
        let threshold: Double
        let isChangeable: Bool
        let severity: FlagRule.Severity
        /// One bit for every flag that it makes superfluous.
        let supersedes: FlagSet
    }

    /// One bit for each flag, by its position.
    typealias FlagSet = UInt128

    struct CombinedPoints: Sendable {
        let conditions: [Combination.Condition]
        let points: Int
    }

    let rows: [Row]
    let cuts: [Double]
    private let effects: [Effect]
    /// The same as ``effects``, as they are added up for many organizations; and packed, where the sums of all indicators fit.
    let parts: [ColumnSum]
    let packedParts: [PackedSum]?
    let flags: [Flag]
    /// Positions of the flags, the most severe first.
    let flagOrder: [Int]
    let combinations: [CombinedPoints]
    /// How many families are elements.
    let elementCount: Int
    /// Whether elements are few enough for each to have its mark in a ``ColumnSum``.
    var hasElementMarks: Bool { elementCount <= ColumnSum.mostElements }
    /// All of the rubric's flags.
    let allFlags: FlagSet
    /// Flags that call for a watch by themselves, and those that the organization can do something about.
    let graveFlags: FlagSet
    let changeableFlags: FlagSet

    init(_ rubric: Rubric) {
        var (rows, cuts, effects) = ([Row](), [Double](), [Effect]())
        let all = rubric.flags.indices.reduce(FlagSet(0)) { $0 | 1 << $1 }
        for (index, (indicator, conditions)) in zip(rubric.indicators, rubric.flagConditions).enumerated() {
            let found = rubric.cuts(of: index, conditions)
            rows.append(
                Row(
                    index: index, measure: indicator.measure, missing: indicator.missing, kinds: indicator.measure.kinds,
                    cuts: cuts.count..<(cuts.count + found.count), effects: effects.count,
                    element: indicator.requirement == nil ? -1 : rubric.elementFamilies.firstIndex(of: indicator.family) ?? -1))
            // Any value of an interval stands for all of it: the lowest one, and below the first cut the next one down.
            let values = [found.first.map { $0.nextDown } ?? 0] + found
            let readings = values.map { IndicatorReading.observed($0) } + [.notYetDue, .dueButMissing, .notApplicable]
            effects += readings.map { rubric.effect(of: $0, on: index, conditions, of: all) }
            cuts += found
        }
        (self.rows, self.cuts, self.effects) = (rows, cuts, effects)
        let parts = rows.flatMap { row in
            row.places.map { ColumnSum(effects[$0], element: row.element) }
        }
        let isPacked = Self.fits(rows, effects, flags: rubric.flags.count, elements: rubric.elementFamilies.count)
        (self.parts, packedParts) = (parts, isPacked ? parts.map { PackedSum($0) } : nil)
        let flags = rubric.flags.map { rule in
            Flag(
                indicator: rule.conditions[0].indicator, threshold: rule.conditions[0].threshold,
                isChangeable: rule.conditions.contains { rubric.indicators[$0.indicator].isChangeable }, severity: rule.severity,
                supersedes: rule.supersedes.reduce(0) { $0 | 1 << $1 })
        }
        flagOrder = rubric.flags.indices.sorted { left, right in
            let (first, second) = (rubric.flags[left].severity, rubric.flags[right].severity)
            return first == second ? left < right : first > second
        }
        self.flags = flags
        combinations = rubric.combinations.map { CombinedPoints(conditions: $0.conditions, points: $0.points) }
        elementCount = rubric.elementFamilies.count
        allFlags = all
        graveFlags = flags.indices.reduce(0) { flags[$1].severity >= .high ? $0 | 1 << $1 : $0 }
        changeableFlags = flags.indices.reduce(0) { flags[$1].isChangeable ? $0 | 1 << $1 : $0 }
    }

    /// What a reading of the row's indicator adds.
    @inline(__always)
    func effect(of reading: IndicatorReading, _ row: Row) -> Effect {
        effects[row.effects &+ place(of: reading, row)]
    }

    /// Which of the row's effects a reading has.
    @inline(__always)
    func place(of reading: IndicatorReading, _ row: Row) -> Int {
        guard reading.state == .observed else { return row.place(of: reading.state) }
        var place = 0
        for cut in row.cuts { place &+= reading.number >= cuts[cut] ? 1 : 0 }
        return place
    }

    /// Whether sums over all rows can be packed, whatever the readings are.
    private static func fits(_ rows: [Row], _ effects: [Effect], flags: Int, elements: Int) -> Bool {
        let most = rows.reduce(0) { sum, row in
            let scores = effects[row.places].map(\.score)
            return sum + (scores.map { max($0.points, $0.lowest, $0.highest, $0.atStake, $0.observed) }.max() ?? 0)
        }
        let hasNegative = effects.contains { $0.score.points < 0 || $0.score.lowest < 0 }
        return most <= PackedSum.mostPoints && !hasNegative && flags <= PackedSum.mostFlags && elements <= PackedSum.mostElements
    }
}
