import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// All but the first below `/organizations/{number}/case`: moves that take several people. The version of the case goes with a recommendation, that of
/// the decision with what follows.
///
/// | Method | Path                  | Use case          |
/// |--------|-----------------------|-------------------|
/// | GET    | `/decisions`, by itself | `ListWaitingDecisions` |
/// | GET    | `/decisions`          | `ListDecisions`   |
/// | POST   | `/declarations`       | `DeclareInterest` |
/// | POST   | `/decisions`          | `RecommendMove`   |
/// | POST   | `/decisions/review`   | `ReviewMove`      |
/// | POST   | `/decisions/approval` | `DecideMove`      |
struct DecisionRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/decisions", .reading(.listDecisions)) { request, context in
            let (area, page) = try QueryFields.read(request) { (query) throws(Refusal) in
                (try query.areaCode("area"), try query.page())
            }
            return .page(try await ListWaitingDecisions(registry: registry)(in: area, page: page, as: context.caller), for: request)
        }
        router.organizationAPI(.get, "/case/decisions", .reading(.listDecisions)) { request, context, number in
            .list(try await ListDecisions(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/case/declarations", .act(.declareInterest)) { request, context, number in
            let hasInterest = try await request.object { (fields) throws(Refusal) in try fields.value("hasInterest", .boolean) }
            return try await request.once(as: context.caller) {
                try await DeclareInterest(registry: registry)(number, hasInterest: hasInterest, as: $0)
            } answering: {
                .created($0, at: "\(number.location)/case/decisions")
            }
        }
        router.organizationAPI(.post, "/case/decisions", .act(.recommendMove)) { request, context, number in
            let version = try request.version()
            let (stage, reason) = try await request.object { (fields) throws(Refusal) -> (CaseStage, String) in
                (try fields.value("to", .code), try fields.value("reason", .text()))
            }
            return try await request.once(as: context.caller) {
                try await RecommendMove(registry: registry)(number, to: stage, reason: reason, version: version, as: $0)
            } answering: {
                Response.created($0, at: "\(number.location)/case/decisions").tagged(EntityTag(version: $0.version))
            }
        }
        router.organizationAPI(.post, "/case/decisions/review", .act(.reviewMove)) { request, context, number in
            let version = try request.version()
            let (isEndorsed, reason) = try await Self.word("isEndorsed", of: request)
            return try await request.once(as: context.caller) {
                try await ReviewMove(registry: registry)(number, isEndorsed: isEndorsed, reason: reason, version: version, as: $0)
            } answering: {
                Self.answer($0, to: request)
            }
        }
        router.organizationAPI(.post, "/case/decisions/approval", .act(.decideMove)) { request, context, number in
            let version = try request.version()
            let (isApproved, reason) = try await Self.word("isApproved", of: request)
            return try await request.once(as: context.caller) {
                try await DecideMove(registry: registry)(number, isApproved: isApproved, reason: reason, version: version, as: $0)
            } answering: {
                Self.answer($0, to: request)
            }
        }
    }

    private static func word(_ flag: String, of request: Request) async throws -> (Bool, String) {
        try await request.object { (fields) throws(Refusal) -> (Bool, String) in
            (try fields.value(flag, .boolean), try fields.value("reason", .text()))
        }
    }

    private static func answer(_ decision: CaseDecision, to request: Request) -> Response {
        .json(version: decision.version, for: request) { decision.write(to: &$0) }
    }
}
