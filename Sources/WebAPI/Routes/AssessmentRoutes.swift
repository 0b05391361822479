import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                                 | Use case         |
/// |--------|--------------------------------------|------------------|
/// | GET    | `/assessment-runs`                   | `ListRuns`       |
/// | POST   | `/assessment-runs`                   | `RunAssessment`  |
/// | GET    | `/assessments`                       | `ListFlagged`    |
/// | GET    | `/organizations/{number}/assessment` | `ShowAssessment` |
struct AssessmentRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/assessment-runs", .reading(.listRuns)) { request, context in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            return .page(try await ListRuns(registry: registry)(page: page, as: context.caller), for: request)
        }
        router.api(.post, "/assessment-runs", .act(.runAssessment), run)
        router.api(.get, "/assessments", .reading(.listFlagged), flagged)
        router.organizationAPI(.get, "/assessment", .reading(.showAssessment)) { request, context, number in
            let run = try QueryFields.read(request) { (query) throws(Refusal) in try query.run() }
            return .value(try await ShowAssessment(registry: registry)(number, run: run, as: context.caller), for: request)
        }
    }

    /// Answers when the run is finished; a register of a million takes about a minute.
    @Sendable private func run(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (day, area, rubric) = try await request.object { (fields) throws(Refusal) -> (Day, AreaCode?, String?) in
            (try fields.value("asOf", .day), try fields.optional("area", .areaCode), try fields.optional("rubric", .text(longest: 100)))
        }
        // Without a name by the rubric in force.
        var named: NamedRubric?
        if let rubric { named = try await ShowRubric(registry: registry)(rubric, as: context.caller) }
        let chosen = named
        return try await request.once(as: context.caller) {
            try await RunAssessment(registry: registry)(asOf: day, area: area, rubric: chosen, as: $0)
        } answering: {
            .created($0, at: "/api/v1/assessments?run=\($0.run)")
        }
    }

    @Sendable private func flagged(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (run, area, page) = try QueryFields.read(request) { (query) throws(Refusal) -> (Int64?, AreaCode?, PageRequest) in
            (try query.run(), try query.areaCode("area"), try query.page())
        }
        let found = try await ListFlagged(registry: registry)(run: run, area: area, page: page, as: context.caller)
        return .json(taggedFor: request, headers: NextPage.headers(after: found.page.next, of: request)) { json in
            json.object { json in
                json.member("run", found.run)
                json.members("items", found.page.items.map(FlaggedOrganization.init))
                json.member("next", found.page.next)
            }
        }
    }
}
