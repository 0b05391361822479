import Access
package import Incubation
import Store
import Values

/// Lists and searches the directory, in the order of the numbers.
package struct ListOrganizations: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// A search of nothing but spaces and punctuation finds nothing, rather than everything.
    package func callAsFunction(_ filter: OrganizationFilter, page: PageRequest, as caller: Caller) async throws -> Page<
        CommunityOrganization
    > {
        let after = try page.key { OrganizationNumber($0) }
        let words = filter.search.map { SearchWords($0, folding: registry.folding) }
        if let words, words.words.isEmpty { return Page(items: [], next: nil) }
        let place: Place = filter.area.map { .area($0) } ?? .anywhere
        let admission = try await registry.admit(caller, to: .reading(.listOrganizations), at: place)
        return try await registry.transaction(as: admission) { transaction in
            let areas = try await transaction.areaRoots(filter.area)
            let rows = try await transaction.all(
                SelectOrganizations(
                    filter: filter, words: words, areas: areas, unpublishedIn: admission.scope, after: after, limit: page.size + 1))
            return Page(reading: rows, size: page.size, cursor: \.number.description)
        }
    }
}

/// Lists the organizations that may be the same as one: equal names, as folded, in the same subdistrict or town.
package struct ListNearDuplicates: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [CommunityOrganization] {
        try await registry.reading(.listNearDuplicates, of: .organization(number), as: caller) { transaction in
            let organization = try await transaction.organization(number)
            return try await transaction.all(
                SelectNearDuplicates(
                    foldedName: registry.folding.fold(organization.particulars.name), area: organization.particulars.area, except: number))
        }
    }
}
