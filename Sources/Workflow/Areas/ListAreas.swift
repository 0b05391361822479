import Access
package import Incubation
import Store
package import Values

/// What a list of areas is narrowed to; nil narrows nothing.
package struct AreaFilter: Hashable, Sendable {
    package var parent: AreaCode?
    package var level: AreaLevel?
    /// The exact name.
    package var name: String?

    package init(parent: AreaCode? = nil, level: AreaLevel? = nil, name: String? = nil) {
        self.parent = parent
        self.level = level
        self.name = name
    }
}

/// Lists areas in the order of their codes.
package struct ListAreas: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ filter: AreaFilter, page: PageRequest, as caller: Caller) async throws -> Page<Area> {
        let after = try page.key { AreaCode($0) }
        let rows = try await registry.all(
            SelectAreas(parent: filter.parent, level: filter.level, name: filter.name, after: after?.text ?? "", limit: page.size + 1),
            as: registry.admit(caller, to: .reading(.listAreas), at: .anywhere))
        return Page(reading: rows, size: page.size, cursor: \.code.text)
    }
}
