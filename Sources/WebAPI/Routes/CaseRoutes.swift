import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// All below `/organizations/{number}`.
///
/// | Method | Path          | Use case       |
/// |--------|---------------|----------------|
/// | GET    | `/case`       | `ShowCase`     |
/// | POST   | `/case`       | `OpenCase`     |
/// | POST   | `/case/steps` | `AdvanceCase`  |
/// | GET    | `/mentors`    | `ListMentors`  |
/// | POST   | `/mentors`    | `AssignMentor` |
struct CaseRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.organizationAPI(.get, "/case", .reading(.showCase)) { request, context, number in
            let found = try await ShowCase(registry: registry)(number, as: context.caller)
            return .json(version: found.version, for: request) { found.write(to: &$0) }
        }
        router.organizationAPI(.post, "/case", .act(.openCase)) { request, context, number in
            let (day, reason) = try await request.object { (fields) throws(Refusal) in
                (try fields.value("on", .day), try fields.optional("reason", .text()))
            }
            return try await request.once(as: context.caller) {
                try await OpenCase(registry: registry)(number, on: day, reason: reason, as: $0)
            } answering: { opened in
                Response.created(opened, at: "\(number.location)/case").tagged(EntityTag(version: opened.version))
            }
        }
        router.organizationAPI(.post, "/case/steps", .act(.advanceCase), advance)
        router.organizationAPI(.get, "/mentors", .reading(.listMentors)) { request, context, number in
            .list(try await ListMentors(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/mentors", .act(.assignMentor)) { request, context, number in
            let assignment = try await request.object { (fields) throws(Refusal) in try MentorAssignment(&fields) }
            return try await request.once(as: context.caller) {
                try await AssignMentor(registry: registry)(number, assignment, as: $0)
            } answering: {
                .added($0, at: "\(number.location)/mentors")
            }
        }
    }

    @Sendable private func advance(_ request: Request, _ context: ServiceContext, _ number: OrganizationNumber) async throws -> Response {
        let version = try request.version()
        let (stage, day, reason) = try await request.object { (fields) throws(Refusal) -> (CaseStage, Day, String?) in
            (try fields.value("to", .code), try fields.value("on", .day), try fields.optional("reason", .text()))
        }
        return try await request.once(as: context.caller) {
            try await AdvanceCase(registry: registry)(number, to: stage, on: day, reason: reason, version: version, as: $0)
        } answering: { moved in
            .json(version: moved.version, for: request) { moved.write(to: &$0) }
        }
    }
}
