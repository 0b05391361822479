/// What one reading adds to an appraisal.
struct Effect: Sendable {
    var score: Score
    /// Flags that the reading does not stand in the way of.
    var flags: ScoreTable.FlagSet
    /// What it means for the element that the indicator belongs to; nothing for indicators without a requirement.
    var element: ElementCount

    /// Points, and what they could have been.
    struct Score: Hashable, Sendable {
        private(set) var sums: SIMD8<Int32> = .zero

        init(sums: SIMD8<Int32>) {
            self.sums = sums
        }

        init(points: Int, lowest: Int, highest: Int, atStake: Int = 0, observed: Int = 0) {
            let parts = [points, lowest, highest, atStake, observed]
            for (place, part) in parts.enumerated() { sums[place] = Int32(clamping: part) }
        }

        static let zero = Score(points: 0, lowest: 0, highest: 0)

        var points: Int { Int(sums[0]) }
        /// With everything unknown at its best and at its worst.
        var lowest: Int { Int(sums[1]) }
        var highest: Int { Int(sums[2]) }
        /// Most points of the indicators that apply, and of those that are observed.
        var atStake: Int { Int(sums[3]) }
        var observed: Int { Int(sums[4]) }

        /// No rubric has so many points that their sum would not fit.
        static func += (left: inout Score, right: Score) {
            left.sums &+= right.sums
        }

        static func + (left: Score, right: Score) -> Score {
            Score(sums: left.sums &+ right.sums)
        }
    }

    /// How many of an element's requirements apply, are due, are known, and are met.
    struct ElementCount: Hashable, Sendable {
        private var counts: SIMD4<Int32> = .zero

        init(applying: Bool, required: Bool, observed: Bool, met: Bool) {
            counts = SIMD4(applying ? 1 : 0, required ? 1 : 0, observed ? 1 : 0, met ? 1 : 0)
        }

        static let zero = ElementCount(applying: false, required: false, observed: false, met: false)

        var applying: Int { Int(counts[0]) }
        var required: Int { Int(counts[1]) }
        var observed: Int { Int(counts[2]) }
        var met: Int { Int(counts[3]) }
        /// Whether something of the element is due and nothing of it is on record.
        var isAbsent: Bool { counts[1] > 0 && counts[2] == 0 }

        static func += (left: inout ElementCount, right: ElementCount) {
            left.counts &+= right.counts
        }
    }
}

extension Rubric {
    /// What a flag, by its position, asks of an indicator.
    typealias FlagCondition = (flag: Int, condition: FlagRule.Condition)

    /// What flags ask of each indicator, by its position. Read once for all of them: a rule is much to copy.
    var flagConditions: [[FlagCondition]] {
        var found = [[FlagCondition]](repeating: [], count: indicators.count)
        for (position, flag) in flags.enumerated() {
            for condition in flag.conditions { found[condition.indicator].append((position, condition)) }
        }
        return found
    }

    /// The values of an indicator at which something changes, in ascending order: it is one thing below each and another from it on.
    func cuts(of index: Int, _ conditions: [FlagCondition]) -> [Double] {
        let indicator = indicators[index]
        var cuts = indicator.bands.compactMap(\.bounds.below)
        cuts += [indicator.requirement?.atLeast, indicator.requirement?.below].compactMap(\.self)
        cuts += conditions.map { $0.condition.comparison.cut(at: $0.condition.threshold) }
        return Set(cuts.lazy.filter(\.isFinite)).sorted()
    }

    /// What a reading of an indicator adds, by the rules as they stand.
    ///
    /// - Parameters:
    ///   - conditions: what flags ask of that indicator.
    ///   - all: every flag; those that ask nothing of it stand.
    func effect(
        of reading: IndicatorReading, on index: Int, _ conditions: [FlagCondition], of all: ScoreTable.FlagSet
    ) -> Effect {
        var standing = all
        for (flag, condition) in conditions where !condition.allows(reading) { standing &= ~(1 << flag) }
        let requirement = indicators[index].requirement
        let applies = requirement != nil && reading.state != .notApplicable
        let meets = reading.value.map { requirement?.contains($0) ?? false } ?? false
        return Effect(
            score: indicators[index].score(of: reading), flags: standing,
            element: Effect.ElementCount(
                applying: applies, required: applies && reading.state != .notYetDue, observed: applies && reading.state == .observed,
                met: applies && meets))
    }
}

extension Indicator {
    fileprivate func score(of reading: IndicatorReading) -> Effect.Score {
        func open(_ points: Int) -> Effect.Score {
            Effect.Score(points: points, lowest: min(leastPoints, points), highest: mostPoints, atStake: mostPoints)
        }
        switch reading.state {
        case .observed:
            let points = reading.value.map { self.points(for: $0) } ?? 0
            return Effect.Score(points: points, lowest: points, highest: points, atStake: mostPoints, observed: mostPoints)
        case .notApplicable: return .zero
        case .notYetDue: return open(notYetDuePoints)
        case .dueButMissing: return open(missingPoints)
        }
    }
}

extension FlagRule.Condition {
    /// Whether the condition holds. A state without a value satisfies it by itself, where the rule names that state.
    func allows(_ reading: IndicatorReading) -> Bool {
        states.contains(reading.state) && (reading.value.map { comparison.holds($0, threshold) } ?? true)
    }
}

extension Comparison {
    /// The lowest value that is on the other side of the threshold from all that are below it.
    fileprivate func cut(at threshold: Double) -> Double {
        switch self {
        case .less, .atLeast: threshold
        case .atMost, .greater: threshold.nextUp
        }
    }
}
