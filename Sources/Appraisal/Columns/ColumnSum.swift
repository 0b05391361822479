/// What readings add to an appraisal, as it is added up for many organizations: nothing but sums and marks, two of each at a time.
///
/// ``Effect`` says the same in words of its own; marks only ever gather, so flags are marked that do not stand, and elements of which nothing may be missing.
struct ColumnSum: EffectSum {
    private var sums: SIMD8<Int32>
    /// Flags that something stands in the way of, in two words; elements of which something is due, and of which something is known.
    private var marks: SIMD4<UInt64>

    /// Elements beyond so many are not marked.
    static let mostElements = UInt64.bitWidth

    static let zero = ColumnSum(sums: .zero, marks: .zero)

    private init(sums: SIMD8<Int32>, marks: SIMD4<UInt64>) {
        (self.sums, self.marks) = (sums, marks)
    }

    init(_ effect: Effect, element: Int) {
        sums = effect.score.sums
        let blocked = ~effect.flags
        let mark: UInt64 = element >= 0 && element < Self.mostElements ? 1 << UInt64(element) : 0
        marks = SIMD4(
            UInt64(truncatingIfNeeded: blocked), UInt64(truncatingIfNeeded: blocked >> 64), effect.element.required > 0 ? mark : 0,
            effect.element.observed > 0 ? mark : 0)
    }

    @inline(__always)
    mutating func add(_ other: ColumnSum) {
        sums &+= other.sums
        marks |= other.marks
    }

    var isNothing: Bool { sums == .zero && marks == .zero }
    var score: Effect.Score { Effect.Score(sums: sums) }
    var flags: ScoreTable.FlagSet { ~blockedFlags }
    var lacksElement: Bool { requiredElements & ~observedElements != 0 }

    var blockedFlags: ScoreTable.FlagSet { ScoreTable.FlagSet(marks[1]) << 64 | ScoreTable.FlagSet(marks[0]) }
    var requiredElements: UInt64 { marks[2] }
    var observedElements: UInt64 { marks[3] }
}
