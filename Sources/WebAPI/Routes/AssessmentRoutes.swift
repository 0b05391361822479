import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                                 | Use case         | Who |
/// |--------|--------------------------------------|------------------|-----|
/// | GET    | `/assessment-runs`                   | `ListRuns`       | all |
/// | POST   | `/assessment-runs`                   | `RunAssessment`  | all |
/// | GET    | `/assessments`                       | `ListFlagged`    | all |
/// | GET    | `/organizations/{number}/assessment` | `ShowAssessment` | all |
struct AssessmentRoutes: RouteSet {
    let registry: Registry

    func add(to router: Router<ServiceContext>) {
        router.api(.get, "/assessment-runs") { request, _ in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            return .page(try await ListRuns(registry: registry)(page: page, as: caller), for: request)
        }
        router.api(.post, "/assessment-runs", run)
        router.api(.get, "/assessments", flagged)
        router.organizationAPI(.get, "/assessment") { request, number in
            let run = try QueryFields.read(request) { (query) throws(Refusal) in try query.run() }
            return .value(try await ShowAssessment(registry: registry)(number, run: run, as: caller), for: request)
        }
    }

    /// Answers when the run is finished; a register of a million takes about a minute.
    @Sendable private func run(_ request: Request, _: ServiceContext) async throws -> Response {
        let (day, area, rubric) = try await request.object { (fields) throws(Refusal) -> (Day, AreaCode?, String?) in
            (try fields.value("asOf", .day), try fields.optional("area", .areaCode), try fields.optional("rubric", .text(longest: 100)))
        }
        let named = try RubricLibrary.named(rubric ?? RubricLibrary.standard)
        return try await request.once(as: caller) {
            try await RunAssessment(registry: registry)(asOf: day, area: area, rubric: named, as: $0)
        } answering: {
            .created($0, at: "/api/v1/assessments?run=\($0.run)")
        }
    }

    @Sendable private func flagged(_ request: Request, _: ServiceContext) async throws -> Response {
        let (run, area, page) = try QueryFields.read(request) { (query) throws(Refusal) -> (Int64?, AreaCode?, PageRequest) in
            (try query.run(), try query.areaCode("area"), try query.page())
        }
        let found = try await ListFlagged(registry: registry)(run: run, area: area, page: page, as: caller)
        return .json(taggedFor: request, headers: NextPage.headers(after: found.page.next, of: request)) { json in
            json.object { json in
                json.member("run", found.run)
                json.members("items", found.page.items.map(FlaggedOrganization.init))
                json.member("next", found.page.next)
            }
        }
    }
}
