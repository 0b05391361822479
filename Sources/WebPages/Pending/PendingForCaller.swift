import Access
import Incubation
import Values
import Workflow

/// What waits for whoever looks: for the roles that they hold where they hold them, and for their own account.
struct PendingForCaller: Sendable {
    let lines: [PendingLine]
    /// Whether there is more than what is shown.
    let hasMore: Bool

    /// - Parameter size: how many are shown, 1 to 500.
    init(_ size: Int, registry: Registry, as caller: Caller) async throws {
        var found: [PendingItemNumber: PendingLine] = [:]
        var hasMore = false
        for var filter in Self.filters(for: caller) {
            filter.leavesOutOwnInterests = true
            let page = try await permitted { [filter] in
                try await ListPending(registry: registry)(filter, page: PageRequest(size: size), as: caller)
            }
            for line in page?.items ?? [] { found[line.item.number] = line }
            hasMore = hasMore || page?.next != nil
        }
        func key(_ line: PendingLine) -> (Day, String) { (line.item.days.dueOn, line.item.number.description) }
        let sorted = found.values.sorted { key($0) < key($1) }
        lines = Array(sorted.prefix(size))
        self.hasMore = hasMore || sorted.count > size
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
