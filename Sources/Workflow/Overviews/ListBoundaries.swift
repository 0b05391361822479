import Access
package import Incubation
import Store
package import Values

/// Whom an organization serves and where, by its newest service boundary.
package struct ServedPeople: Hashable, Sendable {
    package let number: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let category: OrganizationCategory?
    package let content: String?
    package let peopleServed: String?
    package let areas: [AreaCode]
}

/// Lists whom the organizations of an area serve, for a picture of gaps and overlaps.
package struct ListBoundaries: Sendable {
    let registry: Registry
    /// More than a district has.
    private static let most = 5000

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/areaUnknown(_:)``.
    package func callAsFunction(in area: AreaCode, as caller: Caller) async throws -> [ServedPeople] {
        try await registry.reading(.listBoundaries, of: .area(area), as: caller) { transaction in
            guard let roots = try await transaction.areaRoots(area) else { return [] }
            return try await transaction.all(SelectBoundariesIn(roots, limit: Self.most)).map {
                ServedPeople(
                    number: $0.number, name: $0.name, englishName: $0.englishName, category: $0.category, content: $0.content,
                    peopleServed: $0.peopleServed, areas: $0.areas)
            }
        }
    }
}
