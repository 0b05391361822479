import Access
import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// | Method | Path                      | Use case, and those that it shows besides                                     |
/// |--------|---------------------------|-------------------------------------------------------------------------------|
/// | GET    | `/organizations`          | `ListOrganizations`                                                           |
/// | GET    | `/organizations/{number}` | `ShowElements`; `ShowOrganization`, `ShowCase`, `ListMentors`, `ListAccounts`, `ListActivities`, `ListReports`, `ExplainAssessment`, `ShowTrend`, `ShowDistribution`, `ListNearDuplicates` |
struct OrganizationPages: PageSet {
    let registry: Registry

    static func address(of number: OrganizationNumber) -> String { "\(SitePart.organizations.path)/\(number)" }

    func add(to routes: PermittedRoutes) {
        routes.organizationPage("", .reading(.showElements)) { visit, number in
            let dossier = try await OrganizationDossier(number, in: registry, as: visit.caller)
            return try visit.answer(OrganizationView(dossier, visit.w), in: .organizations)
        }
    }
}
