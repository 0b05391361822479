package import Values

/// What the register's own entry says about an organization.
package struct ProfileRecord: RecordedEvidence {
    package let record: RecordMark
    package var foundedOn: Day?
    /// Whether the organization is registered (登记) or filed (备案) and that has not run out; nil when not stated.
    package var legalStanding: Bool?
    /// The last day of a registration or filing that runs out; nil when it has no end.
    package var legalStandingEndsOn: Day?
    /// When somebody last confirmed that the entry is right.
    package var confirmedOn: Day?

    package init(
        record: RecordMark, foundedOn: Day? = nil, legalStanding: Bool? = nil, legalStandingEndsOn: Day? = nil, confirmedOn: Day? = nil
    ) {
        self.record = record
        self.foundedOn = foundedOn
        self.legalStanding = legalStanding
        self.legalStandingEndsOn = legalStandingEndsOn
        self.confirmedOn = confirmedOn
    }
}
