import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// A list of organizations, narrowed by what the address says.
struct OrganizationSearch: Sendable {
    let registry: Registry
    let part: SitePart
    private static let pageSize = 50

    func callAsFunction(_ visit: Visit, as caller: Caller) async throws -> Response {
        let query = visit.query
        let area = try await AreaChoice(query.text("area"), registry: registry, as: caller)
        let filter = OrganizationFilter(
            search: query.text("q"), area: area.code, category: try query.code("category", OrganizationCategory.self),
            legalStatus: try query.code("status", LegalStatus.self))
        var found: Page<CommunityOrganization>?
        if area.isClear {
            found = try await ListOrganizations(registry: registry)(filter, page: try visit.page(size: Self.pageSize), as: caller)
        }
        let places = try await LocateAreas(registry: registry)(Set(found?.items.map(\.particulars.area) ?? []), as: caller)
        return try visit.answer(DirectoryView(filter, area, found, places, part: part, visit), in: part)
    }
}
