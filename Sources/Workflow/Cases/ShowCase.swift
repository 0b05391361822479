import Access
package import Incubation
import Postgres
import Store
import Values

/// Shows an organization's incubation case.
package struct ShowCase: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> IncubationCase {
        try await registry.reading(.showCase, of: .organization(number), as: caller) { transaction in
            _ = try await transaction.organization(number)
            return try await transaction.incubationCase(of: number)
        }
    }
}

extension PostgresTransaction {
    /// - Throws: ``Refusal/caseNotOpen(_:)``.
    func incubationCase(of number: OrganizationNumber, lock: Bool = false) async throws -> IncubationCase {
        let rows = try await all(SelectCaseSteps(of: number, lock: lock))
        guard let version = rows.first?.version, let found = IncubationCase(version: version, history: rows.map(\.step)) else {
            throw Refusal.caseNotOpen(number)
        }
        return found
    }
}
