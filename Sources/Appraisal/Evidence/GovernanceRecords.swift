package import Values

/// A body that the charter requires, such as the assembly, the council or the supervisor.
package struct GovernanceBody: RecordedEvidence {
    package let record: RecordMark
    /// Since when it exists; nil when it was never formed.
    package var formedOn: Day?
    /// The last day on which it existed; nil while it does.
    package var dissolvedOn: Day?
    package var meetingsRequiredPerYear: Int

    package init(record: RecordMark, formedOn: Day?, dissolvedOn: Day? = nil, meetingsRequiredPerYear: Int) {
        self.record = record
        self.formedOn = formedOn
        self.dissolvedOn = dissolvedOn
        self.meetingsRequiredPerYear = meetingsRequiredPerYear
    }
}

/// A meeting of such a body that was held.
package struct MeetingRecord: RecordedEvidence {
    package let record: RecordMark
    package var heldOn: Day
    /// Whether enough members were there; nil when the minutes do not say.
    package var hadQuorum: Bool?

    package init(record: RecordMark, heldOn: Day, hadQuorum: Bool?) {
        self.record = record
        self.heldOn = heldOn
        self.hadQuorum = hadQuorum
    }
}

/// The checklist of three controls over money.
package struct MoneyControlsRecord: RecordedEvidence {
    package let record: RecordMark
    package var hasOwnAccount: Bool?
    package var needsTwoPeople: Bool?
    package var showsAccountsToMembers: Bool?

    package init(record: RecordMark, hasOwnAccount: Bool?, needsTwoPeople: Bool?, showsAccountsToMembers: Bool?) {
        self.record = record
        self.hasOwnAccount = hasOwnAccount
        self.needsTwoPeople = needsTwoPeople
        self.showsAccountsToMembers = showsAccountsToMembers
    }
}
