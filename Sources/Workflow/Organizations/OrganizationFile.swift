package import Incubation
import Postgres
import Store
package import Values

/// An organization with what belongs to it directly.
package struct OrganizationFile: Hashable, Sendable {
    package let organization: CommunityOrganization
    /// Oldest first.
    package let legalHistory: [LegalStatusStep]
    package let serviceAreas: [AreaCode]
    package let classifications: [Classification]
    /// Masked, but for names that are published by duty.
    package let contacts: [Contact]

    package init(
        organization: CommunityOrganization, legalHistory: [LegalStatusStep], serviceAreas: [AreaCode], classifications: [Classification],
        contacts: [Contact]
    ) {
        self.organization = organization
        self.legalHistory = legalHistory
        self.serviceAreas = serviceAreas
        self.classifications = classifications
        self.contacts = contacts
    }
}

extension OrganizationFile {
    /// - Throws: ``Refusal/notFound(_:_:)``.
    static func load(
        _ number: OrganizationNumber, in transaction: PostgresTransaction, from safe: PeopleSafe
    ) async throws -> OrganizationFile {
        let (organizations, contacts, legalHistory, serviceAreas, classifications) = try await transaction.together(
            FindOrganization(number), SelectContacts(of: number), SelectLegalStatusSteps(of: number), SelectServiceAreas(of: number),
            SelectClassifications(of: number))
        guard let organization = organizations.first else { throw Refusal.notFound(.organization, number.description) }
        let opener = try await PeopleOpener(.masked, opening: !contacts.isEmpty, in: transaction, from: safe)
        return OrganizationFile(
            organization: organization, legalHistory: legalHistory, serviceAreas: serviceAreas, classifications: classifications,
            contacts: try contacts.compactMap { try opener.contact($0) })
    }
}

extension OrganizationFile {
    /// What everybody may see: how an organization is reached, and why an official vouched for its code, is for those who work with it.
    var asPublished: OrganizationFile {
        var particulars = organization.particulars
        particulars.creditCodeOverride = nil
        return OrganizationFile(
            organization: CommunityOrganization(
                number: organization.number, version: organization.version, particulars: particulars, legalStatus: organization.legalStatus,
                legalStatusSince: organization.legalStatusSince),
            legalHistory: legalHistory, serviceAreas: serviceAreas, classifications: classifications, contacts: [])
    }
}

extension PostgresTransaction {
    /// The organization of that number.
    ///
    /// - Parameter lock: keeps others from changing it until the transaction ends.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func organization(_ number: OrganizationNumber, lock: Bool = false) async throws -> CommunityOrganization {
        guard let organization = try await first(FindOrganization(number, lock: lock)) else {
            throw Refusal.notFound(.organization, number.description)
        }
        return organization
    }

    /// What a statement finds of an organization that there is, in one round trip.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func all<S: Statement>(_ statement: S, of number: OrganizationNumber) async throws -> [S.Output] {
        let (numbers, rows) = try await together(FindOrganizationNumber(number), statement)
        guard !numbers.isEmpty else { throw Refusal.notFound(.organization, number.description) }
        return rows
    }
}
