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
        try await registry.transaction(as: caller) { try await OrganizationFile.load(number, in: $0) }
    }
}
