import Access
package import Incubation

/// Shows an item with its rule and what became of it.
package struct ShowPending: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ number: PendingItemNumber, as caller: Caller) async throws -> PendingFile {
        try await registry.reading(.showPending, of: .organization(number.organization), as: caller) {
            try await registry.pendingFile(number, in: $0)
        }
    }
}
