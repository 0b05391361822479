/// What readings add to an appraisal, as it is added up for many organizations.
protocol EffectSum: BitwiseCopyable, Sendable {
    mutating func add(_ other: Self)

    /// Whether it adds nothing.
    var isNothing: Bool { get }
    var score: Effect.Score { get }
    /// Flags that nothing stands in the way of.
    var flags: ScoreTable.FlagSet { get }
    /// Whether of some element something is due and nothing of it is on record.
    var lacksElement: Bool { get }
}

/// The same as ``ColumnSum`` in two words, for rubrics with few enough points, flags and elements, as most are: points and what they could have been in fields
/// of one word, which is added to, and marks in another one.
struct PackedSum: EffectSum {
    /// Points, the fewest and the most they could have been, those at stake and those observed.
    private var sums: UInt64
    /// Flags that something stands in the way of; elements of which something is due, and of which something is known.
    private var marks: UInt64

    private static let fieldWidth: UInt64 = 12
    private static let fields = 5
    /// The most that fits a field.
    static let mostPoints = 1 << Int(fieldWidth) - 1
    static let mostFlags = 48
    static let mostElements = 8

    /// - Parameter sum: of no more points, flags and elements than fit.
    init(_ sum: ColumnSum) {
        let score = sum.score
        sums = [score.points, score.lowest, score.highest, score.atStake, score.observed].enumerated().reduce(0) { packed, field in
            packed | UInt64(truncatingIfNeeded: field.element) << (UInt64(field.offset) * Self.fieldWidth)
        }
        let elements = sum.requiredElements | sum.observedElements << UInt64(Self.mostElements)
        marks = UInt64(truncatingIfNeeded: sum.blockedFlags) & (1 << UInt64(Self.mostFlags) - 1) | elements << UInt64(Self.mostFlags)
    }

    @inline(__always)
    mutating func add(_ other: PackedSum) {
        sums &+= other.sums
        marks |= other.marks
    }

    var isNothing: Bool { sums == 0 && marks == 0 }

    @inline(__always)
    private func field(_ place: UInt64) -> Int32 {
        Int32(truncatingIfNeeded: sums &>> (place &* Self.fieldWidth)) & Int32(Self.mostPoints)
    }

    var score: Effect.Score {
        @inline(__always) get { Effect.Score(sums: SIMD8(field(0), field(1), field(2), field(3), field(4), 0, 0, 0)) }
    }

    var flags: ScoreTable.FlagSet {
        @inline(__always) get { ~ScoreTable.FlagSet(marks & (1 << UInt64(Self.mostFlags) - 1)) }
    }

    var lacksElement: Bool {
        @inline(__always) get { marks &>> 48 & ~(marks &>> 56) & 0xFF != 0 }
    }
}
