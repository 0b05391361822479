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

    func add(to routes: PermittedRoutes) {
        routes.page("/directory", .reading(.listOrganizations)) { visit in
            try await OrganizationSearch(registry: registry, part: .directory)(visit, as: .visitor)
        }
        routes.page("/directory/{number}", .reading(.showOrganization)) { visit in
            let file = try await ShowOrganization(registry: registry)(try visit.organization(), as: .visitor)
            let codes = Set([file.organization.particulars.area] + file.serviceAreas)
            let places = try await LocateAreas(registry: registry)(codes, as: .visitor)
            return try visit.answer(PublicOrganizationView(file, places, visit.w), in: .directory)
        }
    }

}
