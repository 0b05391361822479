import Access
package import Incubation
import Store
package import Values

/// An area and what it lies in.
package struct AreaInPlace: Hashable, Sendable {
    package let area: Area
    /// The topmost first.
    package let ancestors: [Area]

    package init(area: Area, ancestors: [Area]) {
        self.area = area
        self.ancestors = ancestors
    }
}

/// Shows an area with the areas above it.
package struct ShowArea: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ code: AreaCode, as caller: Caller) async throws -> AreaInPlace {
        try await registry.reading(.showArea, of: .anywhere, as: caller) { transaction in
            guard let area = try await transaction.first(FindArea(code: code)) else { throw Refusal.notFound(.area, code.text) }
            return AreaInPlace(area: area, ancestors: try await transaction.all(SelectAncestors(of: code)))
        }
    }
}
