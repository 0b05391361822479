import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// All below `/organizations/{number}/case`; the forms by GET and POST.
///
/// | Path                | Use case                                                                                  |
/// |---------------------|-------------------------------------------------------------------------------------------|
/// | `` by GET           | `ShowCase`, and as far as its reader may: `ListDecisions`, `ShowStanding`, `ShowProcess`, `ListPending`, `ListMentors` |
/// | `/declarations/new` | `DeclareInterest`                                                                         |
/// | `/decisions/new`    | `RecommendMove`                                                                           |
/// | `/review`           | `ReviewMove`                                                                              |
/// | `/approval`         | `DecideMove`                                                                              |
struct CasePages: PageSet {
    let registry: Registry
    /// Below an organization's page.
    static let path = "/case"

    static func address(of number: OrganizationNumber) -> String { OrganizationPages.address(of: number) + path }

    func add(to routes: PermittedRoutes) {
        routes.organizationPage(Self.path, .reading(.showCase)) { visit, number in
            let file = try await registry.gathering { try await CaseDossier(number, in: registry, as: visit.caller) }
            let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
            let named = try await visit.naming(file.people, of: number, in: registry)
            return try named.answer(
                CaseView(file, named), in: .organizations, notice: done.map { visit.w(Catalogue.forms.done($0)) })
        }
        routes.form(InterestForm.self, registry)
        routes.form(RecommendForm.self, registry)
        routes.form(ReviewForm.self, registry)
        routes.form(DecideForm.self, registry)
    }
}

/// Everything that the page of a case shows, as far as its reader may see it.
struct CaseDossier: Sendable {
    let organization: CommunityOrganization
    let incubationCase: IncubationCase?
    /// The newest first.
    let decisions: [CaseDecision]
    let standing: Standing?
    /// From where the case is.
    let moves: [ProcessMove]
    let pending: [PendingLine]
    let mentors: [MentorAssignment]
    let places: [AreaCode: AreaInPlace]
    let today: Day

    init(_ number: OrganizationNumber, in registry: Registry, as caller: Caller) async throws {
        organization = try await ShowOrganization(registry: registry)(number, as: caller).organization
        let found = try await permitted { try await ShowCase(registry: registry)(number, as: caller) }
        incubationCase = found
        decisions = try await permitted { try await ListDecisions(registry: registry)(number, as: caller) } ?? []
        standing = try await permitted { try await ShowStanding(registry: registry)(to: number, as: caller) }
        moves = try await ShowProcess(registry: registry)(as: caller).filter { $0.from == found?.stage }
        pending =
            try await permitted {
                try await ListPending(registry: registry)(PendingFilter(organization: number), page: PageRequest(), as: caller)
            }?.items ?? []
        mentors = try await permitted { try await ListMentors(registry: registry)(number, as: caller) } ?? []
        places = try await registry.placesOfOwners(pending, as: caller)
        today = registry.today
    }

    /// Those whose words and tasks the page shows.
    var people: [String?] {
        decisions.flatMap(\.people) + pending.map(\.item.owner.person)
    }
}
