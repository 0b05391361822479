import Access
package import Incubation
import Store
package import Values

/// Lists the decisions that wait for a review or for the authority's word, the longest waiting first.
package struct ListWaitingDecisions: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter area: where the organizations lie; nil for all that the caller reaches.
    /// - Throws: ``Refusal/areaUnknown(_:)``.
    package func callAsFunction(in area: AreaCode?, page: PageRequest, as caller: Caller) async throws -> Page<WaitingDecision> {
        let after = try page.key(WaitingDecisionKey.init(cursor:))
        let rows = try await registry.reading(.listDecisions, of: area.map { .area($0) } ?? .anywhere, as: caller) { transaction in
            let areas = try await transaction.areaRoots(area)
            return try await transaction.all(SelectWaitingDecisions(in: areas, after: after, limit: page.size + 1))
        }
        return Page(reading: rows, size: page.size) { WaitingDecisionKey($0).cursor }
    }
}
