import Access
import Incubation
import Values

/// What waits for whoever asks.
package struct OwnPending: Sendable {
    /// The most overdue first.
    package let lines: [PendingLine]
    /// Whether there is more than that.
    package let hasMore: Bool
}

/// Lists what waits for whoever asks: for the roles that they hold where they hold them, and for their own account. A word on a move of a case in
/// which they have declared an interest is not theirs to say, and left out.
package struct ListOwnPending: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter size: how many are shown, 1 to 500.
    /// - Throws: ``Refusal/pageSizeOutOfRange(_:)``.
    package func callAsFunction(_ size: Int = 50, as caller: Caller) async throws -> OwnPending {
        let request = try PageRequest(size: size)
        try registry.refuseOutsider(caller, to: .reading(.listPending))
        var found: [PendingItemNumber: PendingLine] = [:]
        var hasMore = false
        for filter in Self.filters(for: caller) {
            guard let page = try await list(filter, request, as: caller) else { continue }
            for line in page.items { found[line.item.number] = line }
            hasMore = hasMore || page.next != nil
        }
        func key(_ line: PendingLine) -> (Day, String) { (line.item.days.dueOn, line.item.number.description) }
        let sorted = found.values.sorted { key($0) < key($1) }
        return OwnPending(lines: Array(sorted.prefix(size)), hasMore: hasMore || sorted.count > size)
    }

    /// nil where the role that something may wait for is not one that may see such a list.
    private func list(_ filter: PendingFilter, _ request: PageRequest, as caller: Caller) async throws -> Page<PendingLine>? {
        var filter = filter
        filter.leavesOutOwnInterests = true
        do {
            return try await ListPending(registry: registry)(filter, page: request, as: caller)
        } catch Refusal.notPermitted {
            return nil
        }
    }

    private static func filters(for caller: Caller) -> [PendingFilter] {
        guard case .account(let holdings, _) = caller.requester else { return [PendingFilter()] }
        let ofRoles = Set(
            holdings.compactMap { holding -> PendingFilter? in
                guard let role = ResponsibleRole(rawValue: holding.role.rawValue) else { return nil }
                return switch holding.scope {
                case .nation: PendingFilter(role: role)
                case .area(let code): PendingFilter(role: role, area: code)
                case .organization(let number): PendingFilter(role: role, organization: number)
                }
            })
        return ofRoles + (caller.account.map { [PendingFilter(account: $0.rawValue)] } ?? [])
    }
}
