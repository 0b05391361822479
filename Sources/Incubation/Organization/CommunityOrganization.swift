package import Values

/// A community social organization (社区社会组织) as the register knows it.
package struct CommunityOrganization: Hashable, Sendable {
    package let number: OrganizationNumber
    /// Counts the edits; an edit must name the version it read.
    package let version: Int64
    package var particulars: OrganizationParticulars
    /// The newest step of the legal history.
    package var legalStatus: LegalStatus
    package var legalStatusSince: Day?

    package init(
        number: OrganizationNumber, version: Int64, particulars: OrganizationParticulars, legalStatus: LegalStatus, legalStatusSince: Day?
    ) {
        self.number = number
        self.version = version
        self.particulars = particulars
        self.legalStatus = legalStatus
        self.legalStatusSince = legalStatusSince
    }
}

/// What staff write down about an organization, apart from what the register works out itself.
package struct OrganizationParticulars: Hashable, Sendable {
    /// The Chinese name, or the only name that it has.
    package var name: String
    package var englishName: String?
    /// nil while nobody has decided, or where the four categories do not apply.
    package var category: OrganizationCategory?
    package var legalForm: LegalForm
    /// Its home: where it is based, at county level or below.
    package var area: AreaCode
    package var creditCode: UnifiedSocialCreditCode?
    /// Why an official vouched for a credit code whose arithmetic fails; nil for a code that is right.
    package var creditCodeOverride: String?
    package var filingNumber: String?
    package var foundedOn: Day?

    package init(
        name: String, englishName: String? = nil, category: OrganizationCategory? = nil, legalForm: LegalForm, area: AreaCode,
        creditCode: UnifiedSocialCreditCode? = nil, creditCodeOverride: String? = nil, filingNumber: String? = nil, foundedOn: Day? = nil
    ) {
        self.name = name
        self.englishName = englishName
        self.category = category
        self.legalForm = legalForm
        self.area = area
        self.creditCode = creditCode
        self.creditCodeOverride = creditCodeOverride
        self.filingNumber = filingNumber
        self.foundedOn = foundedOn
    }
}
