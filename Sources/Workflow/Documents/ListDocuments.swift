import Access
package import Incubation
import Postgres
import Store

/// Lists the documents that were issued to an organization, the newest first.
package struct ListDocuments: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [DocumentFile] {
        try await registry.reading(.listDocuments, of: .organization(number), as: caller) { transaction in
            try await transaction.documents(of: transaction.organization(number))
        }
    }
}

/// Shows one document, to be printed.
package struct ShowDocument: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ document: Int64, of number: OrganizationNumber, as caller: Caller) async throws -> DocumentFile {
        try await registry.reading(.listDocuments, of: .organization(number), as: caller) { transaction in
            try await transaction.document(document, of: number)
        }
    }
}
