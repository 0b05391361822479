import Access
package import Incubation
import Store
import Values

/// Shows an organization's file.
package struct ShowOrganization: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> OrganizationFile {
        let admission = try await registry.admit(caller, to: .reading(.showOrganization), at: .organization(number))
        return try await registry.transaction(as: admission) { transaction in
            let file = try await OrganizationFile.load(number, in: transaction, from: registry.people)
            if admission.scope != nil { return file }
            guard file.organization.legalStatus.isPublic else { throw Refusal.notFound(.organization, number.description) }
            return file.asPublished
        }
    }
}
