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
            try await IncubationCase(transaction.all(SelectCaseSteps(of: number), of: number), of: number)
        }
    }
}

extension PostgresTransaction {
    /// - Throws: ``Refusal/caseNotOpen(_:)``.
    func incubationCase(of number: OrganizationNumber, lock: Bool = false) async throws -> IncubationCase {
        try await IncubationCase(all(SelectCaseSteps(of: number, lock: lock)), of: number)
    }
}

extension IncubationCase {
    /// The case that its stored steps make.
    ///
    /// - Throws: ``Refusal/caseNotOpen(_:)``.
    init(_ rows: [SelectCaseSteps.Output], of number: OrganizationNumber) throws(Refusal) {
        guard let version = rows.first?.version, let found = IncubationCase(version: version, history: rows.map(\.step)) else {
            throw Refusal.caseNotOpen(number)
        }
        self = found
    }
}
