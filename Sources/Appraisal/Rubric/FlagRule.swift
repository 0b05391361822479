package import Values

/// When a flag is raised, what it says and what is to be done, as data: there is no code per flag.
package struct FlagRule: Hashable, Sendable {
    package let code: String
    /// Position of its family in the rubric.
    package let family: Int
    /// All must hold. The first gives the flag its value, threshold and source.
    package let conditions: [Condition]
    package let severity: Severity
    package let name: BilingualText
    /// The reason; `{value}`, `{threshold}` and `{unit}` stand for the flag's own.
    package let reason: BilingualText
    package let action: BilingualText
    /// What clears it; may use `{threshold}` and `{change}`.
    package let clears: BilingualText
    /// The rule or study that it rests on.
    package let source: BilingualText
    package let evidence: String
    /// Positions of milder flags that it makes superfluous.
    package let supersedes: [Int]

    /// One condition on one indicator.
    package struct Condition: Hashable, Sendable {
        /// Position of the indicator in the rubric.
        package let indicator: Int
        /// States in which it can hold. In a state without value there is nothing to compare: the state alone satisfies it.
        package let states: [IndicatorState]
        package let comparison: Comparison
        package let threshold: Double
    }

    /// How serious it is.
    package enum Severity: String, CaseIterable, Comparable, Sendable {
        case low, medium, high, critical

        private var rank: Int {
            switch self {
            case .low: 0
            case .medium: 1
            case .high: 2
            case .critical: 3
            }
        }

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }
    }
}
