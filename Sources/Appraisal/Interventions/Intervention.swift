package import Values

/// A visit or another help, and why it came.
package struct Intervention: Hashable, Sendable {
    /// What was done.
    package enum Kind: String, CaseIterable, Sendable {
        case visit, training, mentoring, funding, other
    }

    /// Why this organization.
    package enum Reason: String, CaseIterable, Sendable {
        /// A flag.
        case flag
        /// It was drawn from those without a flag, to learn what flags miss.
        case sample
        /// Somebody asked.
        case request
    }

    package let kind: Kind
    package let heldOn: Day
    package let reason: Reason
    /// Code of the flag, where that was the reason.
    package let flag: String?
    /// The run that the flag or the sample comes from.
    package let run: Int64?
    package let result: String?

    package init(kind: Kind, heldOn: Day, reason: Reason, flag: String? = nil, run: Int64? = nil, result: String? = nil) {
        self.kind = kind
        self.heldOn = heldOn
        self.reason = reason
        self.flag = flag
        self.run = run
        self.result = result
    }
}
