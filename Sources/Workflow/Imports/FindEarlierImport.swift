import Access
import Store

/// Finds out whether the very same table was taken over before, so that a list of tables can be gone through again quickly.
package struct FindEarlierImport: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the number of the import; nil when there was none.
    package func callAsFunction(_ request: ImportRequest, as caller: Caller) async throws -> Int64? {
        try await registry.all(
            FindAppliedImport(request.key), as: registry.admit(caller, to: .act(.importTable), at: .anywhere)
        ).first
    }
}
