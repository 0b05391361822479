package import Appraisal
package import Values

/// Which of the flags that somebody works on are wanted.
package struct FlagFilter: Hashable, Sendable {
    /// How near the day is by which it is to be settled.
    package enum Due: String, CaseIterable, Sendable {
        case overdue
        /// Within seven days, or over already.
        case week

        /// Everything that is due so many days from today is left out.
        var days: Int {
            switch self {
            case .overdue: 0
            case .week: 8
            }
        }
    }

    package let area: AreaCode?
    /// By the name in the audit, such as `account-7`.
    package let owner: String?
    package let state: HandledFlag.State?
    package let severity: FlagRule.Severity?
    package let due: Due?

    package init(
        area: AreaCode? = nil, owner: String? = nil, state: HandledFlag.State? = nil, severity: FlagRule.Severity? = nil, due: Due? = nil
    ) {
        self.area = area
        self.owner = owner
        self.state = state
        self.severity = severity
        self.due = due
    }
}

/// A flag that somebody works on, as a row of a list: without its history and what it rests on.
package struct FlagLine: Hashable, Sendable {
    package let file: FlagFile
    package let name: String
    package let englishName: String?
}
