import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// Flags and what is done about them. The version of a flag goes with each act; 0 is that of a flag that nobody has touched.
///
/// | Method | Path                                                | Use case            |
/// |--------|-----------------------------------------------------|---------------------|
/// | GET    | `/flags`                                            | `ListFlags`         |
/// | GET    | `/organizations/{number}/flags`                     | `ShowFlags`         |
/// | GET    | `/organizations/{number}/flags/{flag}`              | `ShowFlags`         |
/// | PUT    | `/organizations/{number}/flags/{flag}/owner`        | `HandleFlag`        |
/// | POST   | `/organizations/{number}/flags/{flag}/answer`       | `HandleFlag`        |
/// | POST   | `/organizations/{number}/flags/{flag}/escalation`   | `HandleFlag`        |
/// | POST   | `/organizations/{number}/flags/{flag}/resolution`   | `HandleFlag`        |
/// | POST   | `/organizations/{number}/flags/{flag}/confirmation` | `HandleFlag`        |
/// | GET    | `/organizations/{number}/interventions`             | `ListInterventions` |
/// | POST   | `/organizations/{number}/interventions`             | `RecordIntervention` |
/// | GET    | `/visit-samples`                                    | `DrawVisits`        |
struct FlagRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/flags", .reading(.listFlags)) { request, context in
            let (filter, page) = try QueryFields.read(request) { (query) throws(Refusal) in (try FlagFilter(&query), try query.page()) }
            return .page(try await ListFlags(registry: registry)(filter, page: page, as: context.caller), for: request)
        }
        router.organizationAPI(.get, "/flags", .reading(.showFlags)) { request, context, number in
            .list(try await ShowFlags(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.get, "/flags/{flag}", .reading(.showFlags)) { request, context, number in
            answer(try await ShowFlags(registry: registry)(number, code: context.key("flag"), as: context.caller), to: request)
        }
        addActs(to: router)
        addInterventions(to: router)
    }

    private func addActs(to router: PermittedRoutes) {
        func act(
            _ method: HTTPRequest.Method, _ path: String, _ act: Act,
            _ read: @escaping @Sendable (inout JSONFields) throws(Refusal) -> HandledFlag.Act
        ) {
            router.organizationAPI(method, "/flags/{flag}/\(path)", .act(act)) { request, context, number in
                let (code, version, tag) = (context.key("flag"), try request.version(), request.headers[.ifMatch] ?? "")
                let work = try await request.object(read)
                return try await request.once(as: context.caller) {
                    try await HandleFlag(registry: registry)(
                        code, of: number, work, version: version,
                        isAsRead: { file in Self.tag(of: file).agrees(with: tag) }, as: $0)
                } answering: {
                    answer($0, to: request)
                }
            }
        }
        act(.put, "owner", .assignFlag) { (fields) throws(Refusal) in
            .assign(owner: try fields.value("owner", .owner), due: try fields.value("due", .day), rule: try fields.dueRule())
        }
        act(.post, "answer", .answerFlag) { (fields) throws(Refusal) in .answer(try fields.value("answer", .text(longest: 4000))) }
        act(.post, "escalation", .escalateFlag) { (fields) throws(Refusal) in
            .escalate(
                owner: try fields.value("owner", .owner), due: try fields.value("due", .day), rule: try fields.dueRule(),
                note: try fields.value("note", .text(longest: 4000)))
        }
        act(.post, "resolution", .resolveFlag) { (fields) throws(Refusal) in .resolve(try fields.value("result", .text(longest: 4000))) }
        act(.post, "confirmation", .confirmFlag) { (fields) throws(Refusal) in
            .confirm(try fields.value("consequence", .code), note: try fields.value("note", .text(longest: 4000)))
        }
    }

    private func addInterventions(to router: PermittedRoutes) {
        router.organizationAPI(.get, "/interventions", .reading(.listInterventions)) { request, context, number in
            .list(try await ListInterventions(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/interventions", .act(.recordIntervention)) { request, context, number in
            let intervention = try await request.object { (fields) throws(Refusal) in try Intervention(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordIntervention(registry: registry)(number, intervention, as: $0)
            } answering: {
                .added($0, at: "\(number.location)/interventions")
            }
        }
        router.api(.get, "/visit-samples", .reading(.drawVisits)) { request, context in
            let (run, area) = try QueryFields.read(request) { (query) throws(Refusal) in (try query.run(), try query.areaCode("area")) }
            let drawn = try await DrawVisits(registry: registry)(run: run, area: area, as: context.caller)
            return .json(taggedFor: request) { json in
                json.object { json in
                    json.member("run", drawn.run)
                    json.members("items", drawn.visits)
                }
            }
        }
    }

    /// The tag that an answer about it has.
    private static func tag(of file: FlagFile) -> EntityTag {
        var json = JSONWriter()
        file.write(to: &json)
        return EntityTag(version: file.version, content: json.bytes)
    }

    /// A run may find something else about a flag that nobody has touched.
    private func answer(_ file: FlagFile, to request: Request) -> Response {
        .json(editedAs: file.version, for: request) { file.write(to: &$0) }
    }
}
