import Access
import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// Shows an organization's flags with what is done about them.
package struct ShowFlags: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [FlagFile] {
        try await registry.reading(.showFlags, of: .organization(number), as: caller) { transaction in
            _ = try await transaction.organization(number)
            return try await transaction.flagFiles(of: number)
        }
    }

    /// One of them.
    package func callAsFunction(_ number: OrganizationNumber, code: String, as caller: Caller) async throws -> FlagFile {
        try await registry.reading(.showFlags, of: .organization(number), as: caller) { transaction in
            _ = try await transaction.organization(number)
            return try await transaction.flagFile(code, of: number)
        }
    }
}

/// Lists the flags that somebody works on and that are not settled, by the day on which they are due.
package struct ListFlags: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// More than anybody works on at once.
    private static let most = 500

    /// - Parameter owner: only this one's, by the name in the audit; nil for everybody's.
    package func callAsFunction(area: AreaCode?, owner: String?, as caller: Caller) async throws -> [FlagFile] {
        try await registry.reading(.listFlags, of: area.map { .area($0) } ?? .anywhere, as: caller) { transaction in
            let areas = try await transaction.areaRoots(area)
            let rows = try await transaction.all(SelectDueFlags(areas: areas, owner: owner, limit: Self.most))
            return rows.map { FlagFile($0, finding: nil, history: []) }
        }
    }
}
