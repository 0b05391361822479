package import Values

/// One step in the history of a flag.
package struct HandledFlagStep: Hashable, Sendable {
    package let step: Int32
    /// `assign`, `answer`, `escalate`, `resolve`, `confirm` or `clear`.
    package let act: String
    /// By the name in the audit.
    package let caller: String
    package let at: Instant
    package let owner: String?
    package let dueOn: Day?
    package let note: String?

    package init(step: Int32, act: String, caller: String, at: Instant, owner: String?, dueOn: Day?, note: String?) {
        self.step = step
        self.act = act
        self.caller = caller
        self.at = at
        self.owner = owner
        self.dueOn = dueOn
        self.note = note
    }
}
