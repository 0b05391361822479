import Access
import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// | Method | Path                      | Use case, and those that it shows besides                                     |
/// |--------|---------------------------|-------------------------------------------------------------------------------|
/// | GET    | `/organizations`          | `ListOrganizations`                                                           |
/// | GET    | `/organizations/{number}` | `ShowElements`; `ShowOrganization`, `ShowCase`, `ListDecisions`, `ListPending`, `ListMentors`, `ListAccounts`, `ListActivities`, `ListReports`, `ExplainAssessment`, `ShowTrend`, `ShowDistribution`, `ListNearDuplicates` |
struct OrganizationPages: PageSet {
    let registry: Registry

    static func address(of number: OrganizationNumber) -> String { "\(SitePart.organizations.path)/\(number)" }

    func add(to routes: PermittedRoutes) {
        routes.page(SitePart.organizations.path, .reading(.showElements)) { visit in
            try await OrganizationSearch(registry: registry, part: .organizations)(visit, as: visit.caller)
        }
        routes.organizationPage("", .reading(.showElements)) { visit, number in
            let dossier = try await registry.gathering { try await OrganizationDossier(number, in: registry, as: visit.caller) }
            let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
            let named = try await visit.naming(dossier.people, of: number, in: registry)
            return try named.answer(
                OrganizationView(dossier, named), in: .organizations, notice: done.map { visit.w(Catalogue.forms.done($0)) })
        }
    }
}
