package import Values

/// What a list of organizations is narrowed to; nil narrows nothing.
package struct OrganizationFilter: Hashable, Sendable {
    /// Words that must all stand in the name; what a person typed.
    package var search: String?
    /// Everything in this area and below it, and in retired areas that it took over.
    package var area: AreaCode?
    package var category: OrganizationCategory?
    package var legalStatus: LegalStatus?
    package var legalForm: LegalForm?

    package init(
        search: String? = nil, area: AreaCode? = nil, category: OrganizationCategory? = nil, legalStatus: LegalStatus? = nil,
        legalForm: LegalForm? = nil
    ) {
        self.search = search
        self.area = area
        self.category = category
        self.legalStatus = legalStatus
        self.legalForm = legalForm
    }
}
