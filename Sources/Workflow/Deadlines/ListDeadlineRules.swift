import Access
package import Incubation
import Store

/// Lists the rules of deadlines, all versions of them. There are few, so the list is always whole.
package struct ListDeadlineRules: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(as caller: Caller) async throws -> [DeadlineRule] {
        try await registry.all(
            SelectDeadlineRules(), as: registry.admit(caller, to: .reading(.listDeadlineRules), at: .anywhere))
    }
}
