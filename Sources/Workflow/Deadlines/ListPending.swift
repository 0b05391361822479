import Access
package import Incubation
import Store
import Values

/// Lists what waits, the most overdue first.
package struct ListPending: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/areaUnknown(_:)``.
    package func callAsFunction(_ filter: PendingFilter, page: PageRequest, as caller: Caller) async throws -> Page<PendingLine> {
        let after = try page.key(PendingKey.init(cursor:))
        let admission = try await registry.admit(caller, to: .reading(.listPending), at: Self.place(of: filter))
        let narrowed = Self.narrowed(filter, to: admission.scope)
        return try await registry.transaction(as: admission) { transaction in
            let areas = try await transaction.areaRoots(narrowed.area)
            let rows = try await transaction.all(
                SelectPendingItems(
                    filter: narrowed, areas: areas, today: registry.today, after: after, limit: page.size + 1, caller: caller.name))
            return Page(reading: rows, size: page.size) { PendingKey($0.item).cursor }.map(registry.line)
        }
    }

    private static func place(of filter: PendingFilter) -> Place {
        if let organization = filter.organization { return .organization(organization) }
        return filter.area.map { .area($0) } ?? .anywhere
    }

    /// Who names no place is shown that of the role by which the list is permitted.
    private static func narrowed(_ filter: PendingFilter, to scope: Scope?) -> PendingFilter {
        var filter = filter
        switch scope {
        case .area(let area): if filter.area == nil, filter.organization == nil { filter.area = area }
        case .organization(let organization): filter.organization = organization
        case .nation, nil: break
        }
        return filter
    }
}
