import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method   | Path                                               | Use case                                                         |
/// |----------|----------------------------------------------------|------------------------------------------------------------------|
/// | GET      | `/flags`                                           | `ListFlags`                                                      |
/// | GET      | `/visit-samples`                                   | `DrawVisits`                                                     |
/// | GET      | `/organizations/{number}/flags`                    | `ShowFlags`; `ExplainAssessment`, `ShowRubric`, `ListInterventions` |
/// | GET POST | `/organizations/{number}/flags/{flag}/owner`       | `HandleFlag`                                                     |
/// | GET POST | `/organizations/{number}/flags/{flag}/answer`      | `HandleFlag`                                                     |
/// | GET POST | `/organizations/{number}/flags/{flag}/escalation`  | `HandleFlag`                                                     |
/// | GET POST | `/organizations/{number}/flags/{flag}/resolution`  | `HandleFlag`                                                     |
/// | GET POST | `/organizations/{number}/flags/{flag}/confirmation` | `HandleFlag`                                                    |
/// | GET POST | `/organizations/{number}/interventions/new`        | `RecordIntervention`                                             |
struct FlagPages: PageSet {
    let registry: Registry
    static let path = "/flags"
    static let samplePath = "/visit-samples"
    private static let pageSize = 50

    /// The page of an organization's flags.
    static func address(of number: OrganizationNumber) -> String { OrganizationPages.address(of: number) + path }

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.listFlags), list)
        routes.page(Self.samplePath, .reading(.drawVisits), sample)
        routes.organizationPage(Self.path, .reading(.showFlags)) { visit, number in
            let found = try await registry.gathering { try await FlagDossier(number, in: registry, as: visit.caller) }
            let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
            let named = try await visit.naming(found.people, of: number, in: registry)
            return try named.answer(
                OrganizationFlagsView(found, named), in: .organizations, notice: done.map { visit.w(Catalogue.forms.done($0)) })
        }
        routes.form(FlagOwnerForm.self, registry)
        routes.form(FlagAnswerForm.self, registry)
        routes.form(FlagEscalationForm.self, registry)
        routes.form(FlagResolutionForm.self, registry)
        routes.form(FlagConfirmationForm.self, registry)
        routes.form(InterventionForm.self, registry)
    }

    @Sendable private func list(_ visit: Visit) async throws -> Response {
        let query = visit.query
        let area = try await AreaChoice(query.text("area"), registry: registry, as: visit.caller)
        let filter = FlagFilter(
            area: area.code, owner: query.owner, state: try query.code("state", HandledFlag.State.self),
            severity: try query.code("severity", FlagRule.Severity.self), due: try query.code("due", FlagFilter.Due.self))
        var found: Page<FlagLine>?
        if area.isClear {
            found = try await ListFlags(registry: registry)(filter, page: try visit.page(size: Self.pageSize), as: visit.caller)
        }
        let rubric = try await ShowRubric(registry: registry).inForce(as: visit.caller)
        let named = try await visit.naming((found?.items ?? []).map(\.file.work.owner), in: registry)
        let people = try await PeopleToChoose(in: registry, as: visit.caller)
        return try named.answer(FlagListView(filter, area, people, found, rubric.rubric, today: registry.today, named), in: .flagged)
    }

    @Sendable private func sample(_ visit: Visit) async throws -> Response {
        let area = try await AreaChoice(visit.query.text("area"), registry: registry, as: visit.caller)
        var drawn: (run: AssessmentRun, visits: [DrawnVisit])?
        if area.isClear {
            drawn = try await permitted { try await DrawVisits(registry: registry)(run: nil, area: area.code, as: visit.caller) }
        }
        return try visit.answer(VisitSampleView(area, drawn, visit), in: .flagged)
    }
}

extension FormFields {
    /// Somebody by the number of an account, `7` or `account-7`.
    fileprivate var owner: String? {
        text("owner").map { $0.allSatisfy { $0.isASCII && $0.isNumber } ? "account-\($0)" : $0 }
    }
}

/// Everything that the page of an organization's flags shows, as far as its reader may see it.
struct FlagDossier: Sendable {
    let organization: CommunityOrganization
    let flags: [FlagFile]
    let explanation: AssessmentExplanation?
    /// The one of the newest assessment.
    let rubric: NamedRubric?
    let interventions: [RecordedIntervention]
    let today: Day

    init(_ number: OrganizationNumber, in registry: Registry, as caller: Caller) async throws {
        organization = try await ShowOrganization(registry: registry)(number, as: caller).organization
        flags = try await ShowFlags(registry: registry)(number, as: caller)
        let found = try await permitted { try await ExplainAssessment(registry: registry)(number, run: nil, as: caller) }
        explanation = found
        rubric = if let found { try await ShowRubric(registry: registry)(found.run.rubricHash, as: caller) } else { nil }
        interventions = try await permitted { try await ListInterventions(registry: registry)(number, as: caller) } ?? []
        today = registry.today
    }

    /// Those who have a flag, did something about one, or were there.
    var people: [String?] {
        flags.flatMap { [$0.work.owner, $0.work.confirmation?.by] + $0.history.flatMap { [$0.caller, $0.owner] } }
            + interventions.map(\.recordedBy)
    }
}
