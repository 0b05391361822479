package import Values

/// A document that was issued to an organization, under a number that anybody can have confirmed.
package struct IssuedDocument: Hashable, Sendable {
    /// That it counts no longer, said by a named person.
    package struct Withdrawal: Hashable, Sendable {
        package let on: Day
        package let by: String
        /// Shown to the organization and to those who work with it.
        package let reason: String

        package init(on: Day, by: String, reason: String) {
            self.on = on
            self.by = by
            self.reason = reason
        }
    }

    package let organization: OrganizationNumber
    /// Its place among the register's documents; no secret.
    package let number: Int64
    /// What is printed on it; whoever has it holds the document.
    package let mark: VerificationNumber
    package let kind: DocumentKind
    /// The organization's name as it is printed.
    package let organizationName: String
    /// Which of the case's decisions it tells of; nil for a summary.
    package let decision: Int32?
    /// What a summary vouches for, as a digest of what was public of the organization; nil for the others.
    package let publicFacts: [UInt8]?
    package let issuedOn: Day
    /// By the name in audit events.
    package let issuedBy: String
    package let withdrawal: Withdrawal?

    package init(
        organization: OrganizationNumber, number: Int64, mark: VerificationNumber, kind: DocumentKind, organizationName: String,
        decision: Int32?, publicFacts: [UInt8]?, issuedOn: Day, issuedBy: String, withdrawal: Withdrawal?
    ) {
        self.organization = organization
        self.number = number
        self.mark = mark
        self.kind = kind
        self.organizationName = organizationName
        self.decision = decision
        self.publicFacts = publicFacts
        self.issuedOn = issuedOn
        self.issuedBy = issuedBy
        self.withdrawal = withdrawal
    }
}
