/// What a list of flagged organizations is narrowed to; nil narrows nothing.
package struct FlaggedFilter: Hashable, Sendable {
    package var status: Status?
    /// The worst flag is this serious or more.
    package var severity: FlagRule.Severity?
    /// Has the flag of this code.
    package var flag: String?

    package init(status: Status? = nil, severity: FlagRule.Severity? = nil, flag: String? = nil) {
        self.status = status
        self.severity = severity
        self.flag = flag
    }
}

/// How a list of flagged organizations is ordered. Where two are equal, more points come first, then the lower number.
package enum FlaggedOrder: String, CaseIterable, Sendable {
    /// The likeliest to end first, behind them those of whom too little is known.
    case risk
    /// Most flags first.
    case flags
    /// Those of whom least is known first.
    case coverage
}
