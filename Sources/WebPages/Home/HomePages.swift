import Access
import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// | Method | Path | Use case            |
/// |--------|------|---------------------|
/// | GET    | `/`  | `ListOrganizations` |
struct HomePages: PageSet {
    init(registry _: Registry) {}

    func add(to routes: PermittedRoutes) {
        routes.page("/", .reading(.listOrganizations)) { visit in try visit.answer(VisitorHomeView(visit.w), in: .home) }
    }
}

/// Where visitors begin.
struct VisitorHomeView: PageView {
    static let template = "home-visitor"

    struct CategoryLink: Sendable {
        let label: String
        let address: String
    }

    let title: String
    let categories: [CategoryLink]

    init(_ w: Words) {
        title = w(Catalogue.home.title)
        categories = OrganizationCategory.allCases.map {
            CategoryLink(label: w($0.words), address: PageAddress.of(SitePart.directory.path, [("category", $0.rawValue)]))
        }
    }
}
