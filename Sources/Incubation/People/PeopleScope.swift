package import Values

/// Whose people are meant.
package enum PeopleScope: Hashable, Sendable {
    case organization(OrganizationNumber)
    case district(District)

    package var district: District {
        switch self {
        case .organization(let number): number.district
        case .district(let district): district
        }
    }

    package var organization: OrganizationNumber? {
        switch self {
        case .organization(let number): number
        case .district: nil
        }
    }
}
