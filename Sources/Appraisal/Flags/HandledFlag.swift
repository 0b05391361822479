package import Values

/// A flag that somebody works on: who has it, by when, what came of it.
package struct HandledFlag: Hashable, Sendable {
    /// How far the work has come. A flag may be cleared by new evidence at any point; that is no state but a day.
    package enum State: String, CaseIterable, Sendable {
        /// Nobody has it.
        case open
        /// Somebody has it.
        case assigned
        /// The organization said what it has to say.
        case answered
        /// Handed up, because it is not settled where it was.
        case escalated
        /// Settled; the flag stays raised as long as the evidence does.
        case resolved
    }

    /// What a person may conclude from it. The program concludes nothing.
    package enum Consequence: String, CaseIterable, Sendable {
        case visit
        /// 整改: put right within a time, and looked at again.
        case rectification
        case fundingReview
        /// A critical flag counts as the worst status.
        case unsustainable
    }

    /// What is done to it.
    package enum Act: Hashable, Sendable {
        case assign(owner: String, due: Day, rule: String)
        case answer(String)
        case escalate(owner: String, due: Day, rule: String, note: String)
        case resolve(String)
        case confirm(Consequence, note: String)

        /// The name in its history.
        package var name: String {
            switch self {
            case .assign: "assign"
            case .answer: "answer"
            case .escalate: "escalate"
            case .resolve: "resolve"
            case .confirm: "confirm"
            }
        }
    }

    /// Why something cannot be done to it.
    package enum Fault: Error, Hashable, Sendable {
        /// The evidence no longer raises it.
        case cleared(on: Day)
        case resolved
        case nobodyHasIt
        /// Only a critical flag can make the worst status.
        case notCritical
        /// Who has the flag does not confirm what follows from it.
        case ownerConfirms
        case alreadyConfirmed(Consequence)
    }

    package var state: State
    package var owner: String?
    package var due: Due?
    package var confirmation: Confirmation?
    package let severity: FlagRule.Severity
    package let clearedOn: Day?

    /// By when it is to be settled, and the code of the rule that says so.
    package struct Due: Hashable, Sendable {
        package let on: Day
        package let rule: String

        package init(on: Day, rule: String) {
            self.on = on
            self.rule = rule
        }
    }

    /// Who concluded what, and when.
    package struct Confirmation: Hashable, Sendable {
        package let consequence: Consequence
        package let by: String
        package let on: Day

        package init(consequence: Consequence, by: String, on: Day) {
            self.consequence = consequence
            self.by = by
            self.on = on
        }
    }

    package init(
        state: State = .open, owner: String? = nil, due: Due? = nil, confirmation: Confirmation? = nil, severity: FlagRule.Severity,
        clearedOn: Day? = nil
    ) {
        self.state = state
        self.owner = owner
        self.due = due
        self.confirmation = confirmation
        self.severity = severity
        self.clearedOn = clearedOn
    }

    /// The flag after an act of somebody.
    package func after(_ act: Act, by caller: String, on today: Day) throws(Fault) -> HandledFlag {
        if let clearedOn { throw .cleared(on: clearedOn) }
        if state == .resolved { throw .resolved }
        var next = self
        switch act {
        case .assign(let owner, let day, let rule):
            if let confirmation, confirmation.by == owner { throw .ownerConfirms }
            (next.state, next.owner, next.due) = (.assigned, owner, Due(on: day, rule: rule))
        case .answer:
            next.state = .answered
        case .escalate(let owner, let day, let rule, _):
            guard self.owner != nil else { throw .nobodyHasIt }
            if let confirmation, confirmation.by == owner { throw .ownerConfirms }
            (next.state, next.owner, next.due) = (.escalated, owner, Due(on: day, rule: rule))
        case .resolve:
            guard owner != nil else { throw .nobodyHasIt }
            next.state = .resolved
        case .confirm(let consequence, _):
            if let confirmation { throw .alreadyConfirmed(confirmation.consequence) }
            if owner == caller { throw .ownerConfirms }
            if consequence == .unsustainable, severity != .critical { throw .notCritical }
            next.confirmation = Confirmation(consequence: consequence, by: caller, on: today)
        }
        return next
    }
}
