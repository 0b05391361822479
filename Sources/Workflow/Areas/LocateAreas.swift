import Access
import Incubation
import Store
package import Values

/// Says where areas lie, many at once, as a list of organizations needs it.
package struct LocateAreas: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: nothing for codes that no area has.
    package func callAsFunction(_ codes: Set<AreaCode>, as caller: Caller) async throws -> [AreaCode: AreaInPlace] {
        if codes.isEmpty { return [:] }
        let admission = try await registry.admit(caller, to: .reading(.listAreas), at: .anywhere)
        let found = try await registry.all(SelectAreasWithAncestors(of: codes.sorted()), as: admission)
        let areas = Dictionary(uniqueKeysWithValues: found.map { ($0.code, $0) })
        var places: [AreaCode: AreaInPlace] = [:]
        for code in codes {
            guard let area = areas[code] else { continue }
            var ancestors: [Area] = []
            // No deeper than there are levels, so that a circle of parents ends as well.
            while let parent = (ancestors.last ?? area).parent.flatMap({ areas[$0] }), ancestors.count < AreaLevel.allCases.count {
                ancestors.append(parent)
            }
            places[code] = AreaInPlace(area: area, ancestors: ancestors.reversed())
        }
        return places
    }
}
