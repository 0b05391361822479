package import Values

/// The number of something that waits: the organization's and one inside the register, written `320613-42-7`.
package struct PendingItemNumber: Hashable, Sendable {
    package let organization: OrganizationNumber
    /// From 1 up.
    package let item: Int64

    package init(organization: OrganizationNumber, item: Int64) {
        self.organization = organization
        self.item = item
    }

    /// Reads `320613-42-7`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let hyphen = text.lastIndex(of: "-"), let organization = OrganizationNumber(text[..<hyphen]) else { return nil }
        let digits = text[text.index(after: hyphen)...]
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0", let item = Int64(digits) else { return nil }
        self.init(organization: organization, item: item)
    }
}

extension PendingItemNumber: CustomStringConvertible {
    package var description: String { "\(organization)-\(item)" }
}

/// Whom something waits for: always exactly one.
package enum PendingOwner: Hashable, Sendable {
    /// Whoever holds the role where the area lies.
    case role(ResponsibleRole, in: AreaCode)
    /// The account of that number.
    case account(Int64)
}

/// Something that waits to be done about an organization, or did: one owner, one deadline, and the rule that it comes from.
package struct PendingItem: Hashable, Sendable {
    package let number: PendingItemNumber
    /// From 1 up, one more with everything that becomes of it.
    package let version: Int64
    package let kind: PendingKind
    /// The organization's home, which it follows while it waits.
    package let area: AreaCode
    package let owner: PendingOwner
    package let days: DeadlineDays
    package let rule: DeadlineRule.Reference
    /// The calendars that the days were counted by, as `year.version`.
    package let calendars: [String]
    package let state: PendingState
    package let openedAt: Instant
    package let remindedAt: Instant?
    package let escalatedAt: Instant?
    package let closedAt: Instant?

    package init(
        number: PendingItemNumber, version: Int64, kind: PendingKind, area: AreaCode, owner: PendingOwner,
        days: DeadlineDays, rule: DeadlineRule.Reference, calendars: [String], state: PendingState, openedAt: Instant,
        remindedAt: Instant?, escalatedAt: Instant?, closedAt: Instant?
    ) {
        self.number = number
        self.version = version
        self.kind = kind
        self.area = area
        self.owner = owner
        self.days = days
        self.rule = rule
        self.calendars = calendars
        self.state = state
        self.openedAt = openedAt
        self.remindedAt = remindedAt
        self.escalatedAt = escalatedAt
        self.closedAt = closedAt
    }
}

/// Something that became of an item.
package struct PendingStep: Hashable, Sendable {
    package enum What: String, CaseIterable, Hashable, Sendable {
        case opened
        case reassigned
        case reminded
        case escalated
        case done
        case cancelled
    }

    package let what: What
    package let at: Instant
    /// Who did it, as audit events name people: `account-7`, `local-operator`.
    package let caller: String
    /// Whom it waited for from then on.
    package let owner: PendingOwner
    package let reason: String?

    package init(what: What, at: Instant, caller: String, owner: PendingOwner, reason: String?) {
        self.what = what
        self.at = at
        self.caller = caller
        self.owner = owner
        self.reason = reason
    }
}
