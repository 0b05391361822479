import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// All below `/organizations/{number}`. A record is added; what was on record stays. Each answer holds all four elements.
///
/// | Method | Path                   | Use case                | Who |
/// |--------|------------------------|-------------------------|-----|
/// | GET    | `/elements`            | `ShowElements`          | all |
/// | POST   | `/elements/leadership` | `RecordLeadershipPost`  | all |
/// | POST   | `/elements/charters`   | `RecordCharter`         | all |
/// | POST   | `/elements/bodies`     | `RecordGovernanceBody`  | all |
/// | POST   | `/elements/meetings`   | `RecordMeeting`         | all |
/// | POST   | `/elements/controls`   | `RecordMoneyControls`   | all |
/// | POST   | `/elements/boundaries` | `RecordServiceBoundary` | all |
struct ElementRoutes: RouteSet {
    let registry: Registry

    func add(to router: Router<ServiceContext>) {
        router.organizationAPI(.get, "/elements") { request, number in
            .value(try await ShowElements(registry: registry)(number, as: caller), for: request)
        }
        router.organizationAPI(.post, "/elements/leadership") { request, number in
            let post = try await request.object { (fields) throws(Refusal) in try LeadershipPost(&fields) }
            return try await request.once(as: caller) {
                try await RecordLeadershipPost(registry: registry)(number, post, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/charters") { request, number in
            let charter = try await request.object { (fields) throws(Refusal) in try Charter(&fields) }
            return try await request.once(as: caller) {
                try await RecordCharter(registry: registry)(number, charter, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/bodies") { request, number in
            let body = try await request.object { (fields) throws(Refusal) in try GovernanceBody(&fields) }
            return try await request.once(as: caller) {
                try await RecordGovernanceBody(registry: registry)(number, body, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/meetings") { request, number in
            let meeting = try await request.object { (fields) throws(Refusal) in try GovernanceMeeting(&fields) }
            return try await request.once(as: caller) {
                try await RecordMeeting(registry: registry)(number, meeting, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/controls") { request, number in
            let controls = try await request.object { (fields) throws(Refusal) in try MoneyControls(&fields) }
            return try await request.once(as: caller) {
                try await RecordMoneyControls(registry: registry)(number, controls, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/boundaries") { request, number in
            let boundary = try await request.object { (fields) throws(Refusal) in try ServiceBoundary(&fields) }
            return try await request.once(as: caller) {
                try await RecordServiceBoundary(registry: registry)(number, boundary, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
    }

    private func recorded(_ elements: FourElements, of number: OrganizationNumber) -> Response {
        .created(elements, at: "\(number.location)/elements")
    }
}
