import Access
package import Store

/// Lists audit events, chain after chain, the oldest first.
package struct ListAuditEvents: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter chain: nil for all.
    package func callAsFunction(of chain: AuditChain?, page: PageRequest, as caller: Caller) async throws -> Page<AuditEvent> {
        let after = try page.key(Self.key)
        let rows = try await registry.all(
            SelectAuditEvents(of: chain, after: after, limit: page.size + 1),
            as: registry.admit(caller, to: .reading(.listAuditEvents), at: .anywhere))
        return Page(reading: rows, size: page.size) { "\($0.chain.rawValue).\($0.sequence)" }
    }

    /// Reads `320613.42`.
    private static func key(_ cursor: String) -> (chain: AuditChain, sequence: Int64)? {
        let parts = cursor.split(separator: ".")
        guard parts.count == 2, let chain = Int64(parts[0]), let sequence = Int64(parts[1]) else { return nil }
        return (AuditChain(rawValue: chain), sequence)
    }
}
