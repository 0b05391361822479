package import Values

/// A body of the governance structure (治理结构).
package struct GovernanceBody: Hashable, Sendable {
    package var kind: GovernanceBodyKind
    package var formedOn: Day
    package var dissolvedOn: Day?
    package var memberCount: Int32?
    /// How often the charter wants it to meet in a year.
    package var meetingsPerYear: Int32?
    /// The share of members that makes a quorum, in thousandths; two thirds is 667.
    package var quorumPerMille: Int32?

    package init(
        kind: GovernanceBodyKind, formedOn: Day, dissolvedOn: Day? = nil, memberCount: Int32? = nil, meetingsPerYear: Int32? = nil,
        quorumPerMille: Int32? = nil
    ) {
        self.kind = kind
        self.formedOn = formedOn
        self.dissolvedOn = dissolvedOn
        self.memberCount = memberCount
        self.meetingsPerYear = meetingsPerYear
        self.quorumPerMille = quorumPerMille
    }
}

/// The bodies that a charter may require.
package enum GovernanceBodyKind: String, CaseIterable, Hashable, Sendable {
    /// 会员大会 or 全体大会.
    case assembly
    /// 理事会.
    case council
    /// 监事 or 监事会.
    case supervisoryBody
}

/// A meeting that a body held.
package struct GovernanceMeeting: Hashable, Sendable {
    package var body: GovernanceBodyKind
    package var heldOn: Day
    package var present: Int32
    package var entitled: Int32

    package init(body: GovernanceBodyKind, heldOn: Day, present: Int32, entitled: Int32) {
        self.body = body
        self.heldOn = heldOn
        self.present = present
        self.entitled = entitled
    }

    /// Whether enough members came; more than half unless the charter asks otherwise.
    package func hasQuorum(perMille: Int32?) -> Bool {
        guard entitled > 0 else { return false }
        guard let perMille else { return Int64(present) * 2 > Int64(entitled) }
        return Int64(present) * 1000 >= Int64(entitled) * Int64(perMille)
    }
}

/// How an organization guards its money, as it stood from a day on.
package struct MoneyControls: Hashable, Sendable {
    package var since: Day
    /// An account of its own, or a custodian's.
    package var ownAccount: Bool
    /// Two people authorise each payment.
    package var twoSignatures: Bool
    /// Members are shown the accounts.
    package var accountsShown: Bool

    package init(since: Day, ownAccount: Bool, twoSignatures: Bool, accountsShown: Bool) {
        self.since = since
        self.ownAccount = ownAccount
        self.twoSignatures = twoSignatures
        self.accountsShown = accountsShown
    }
}
