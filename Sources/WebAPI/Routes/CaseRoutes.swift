import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// All below `/organizations/{number}`.
///
/// | Method | Path          | Use case       | Who |
/// |--------|---------------|----------------|-----|
/// | GET    | `/case`       | `ShowCase`     | all |
/// | POST   | `/case`       | `OpenCase`     | all |
/// | POST   | `/case/steps` | `AdvanceCase`  | all |
/// | GET    | `/mentors`    | `ListMentors`  | all |
/// | POST   | `/mentors`    | `AssignMentor` | all |
struct CaseRoutes: RouteSet {
    let registry: Registry

    func add(to router: Router<ServiceContext>) {
        router.organizationAPI(.get, "/case") { request, number in
            let found = try await ShowCase(registry: registry)(number, as: caller)
            return .json(version: found.version, for: request) { found.write(to: &$0) }
        }
        router.organizationAPI(.post, "/case") { request, number in
            let (day, reason) = try await request.object { (fields) throws(Refusal) in
                (try fields.value("on", .day), try fields.optional("reason", .text()))
            }
            return try await request.once(as: caller) {
                try await OpenCase(registry: registry)(number, on: day, reason: reason, as: $0)
            } answering: { opened in
                Response.created(opened, at: "\(number.location)/case").tagged(EntityTag(version: opened.version))
            }
        }
        router.organizationAPI(.post, "/case/steps", advance)
        router.organizationAPI(.get, "/mentors") { request, number in
            .list(try await ListMentors(registry: registry)(number, as: caller), for: request)
        }
        router.organizationAPI(.post, "/mentors") { request, number in
            let assignment = try await request.object { (fields) throws(Refusal) in try MentorAssignment(&fields) }
            return try await request.once(as: caller) {
                try await AssignMentor(registry: registry)(number, assignment, as: $0)
            } answering: {
                .added($0, at: "\(number.location)/mentors")
            }
        }
    }

    @Sendable private func advance(_ request: Request, _ number: OrganizationNumber) async throws -> Response {
        let version = try request.version()
        let (stage, day, reason) = try await request.object { (fields) throws(Refusal) -> (CaseStage, Day, String?) in
            (try fields.value("to", .code), try fields.value("on", .day), try fields.optional("reason", .text()))
        }
        return try await request.once(as: caller) {
            try await AdvanceCase(registry: registry)(number, to: stage, on: day, reason: reason, version: version, as: $0)
        } answering: { moved in
            .json(version: moved.version, for: request) { moved.write(to: &$0) }
        }
    }
}
