import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// What everybody may see, whoever looks: these pages act as a visitor.
///
/// | Method | Path                  | Use case            |
/// |--------|-----------------------|---------------------|
/// | GET    | `/directory`          | `ListOrganizations` |
/// | GET    | `/directory/{number}` | `ShowOrganization`  |
struct DirectoryPages: PageSet {
    let registry: Registry
    private static let pageSize = 50

    func add(to routes: PermittedRoutes) {
        routes.page("/directory", .reading(.listOrganizations), list)
        routes.page("/directory/{number}", .reading(.showOrganization)) { visit in
            let file = try await ShowOrganization(registry: registry)(try visit.organization(), as: .visitor)
            let codes = Set([file.organization.particulars.area] + file.serviceAreas)
            let places = try await LocateAreas(registry: registry)(codes, as: .visitor)
            return try visit.answer(PublicOrganizationView(file, places, visit.w), in: .directory)
        }
    }

    @Sendable private func list(_ visit: Visit) async throws -> Response {
        let query = visit.query
        let area = try await AreaChoice(query.text("area"), registry: registry, as: .visitor)
        let filter = OrganizationFilter(
            search: query.text("q"), area: area.code, category: try query.code("category", OrganizationCategory.self),
            legalStatus: try query.code("status", LegalStatus.self))
        var found: Page<CommunityOrganization>?
        if area.isClear {
            found = try await ListOrganizations(registry: registry)(filter, page: try visit.page(size: Self.pageSize), as: .visitor)
        }
        let places = try await LocateAreas(registry: registry)(
            Set(found?.items.map(\.particulars.area) ?? []), as: .visitor)
        return try visit.answer(DirectoryView(filter, area, found, places, visit), in: .directory)
    }
}
