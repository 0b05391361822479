import Access
import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// All below `/organizations/{number}`. A record is added; what was on record stays. Each answer holds all four elements.
///
/// | Method | Path                   | Use case                |
/// |--------|------------------------|-------------------------|
/// | GET    | `/elements`            | `ShowElements`          |
/// | POST   | `/elements/leadership` | `RecordLeadershipPost`  |
/// | POST   | `/elements/charters`   | `RecordCharter`         |
/// | POST   | `/elements/bodies`     | `RecordGovernanceBody`  |
/// | POST   | `/elements/meetings`   | `RecordMeeting`         |
/// | POST   | `/elements/controls`   | `RecordMoneyControls`   |
/// | POST   | `/elements/boundaries` | `RecordServiceBoundary` |
struct ElementRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.organizationAPI(.get, "/elements", .reading(.showElements)) { request, context, number in
            .value(try await ShowElements(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/elements/leadership", .act(.recordLeadershipPost)) { request, context, number in
            let post = try await request.object { (fields) throws(Refusal) in try LeadershipPost(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordLeadershipPost(registry: registry)(number, post, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/charters", .act(.recordCharter)) { request, context, number in
            let charter = try await request.object { (fields) throws(Refusal) in try Charter(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordCharter(registry: registry)(number, charter, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/bodies", .act(.recordGovernanceBody)) { request, context, number in
            let body = try await request.object { (fields) throws(Refusal) in try GovernanceBody(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordGovernanceBody(registry: registry)(number, body, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/meetings", .act(.recordMeeting)) { request, context, number in
            let meeting = try await request.object { (fields) throws(Refusal) in try GovernanceMeeting(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordMeeting(registry: registry)(number, meeting, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/controls", .act(.recordMoneyControls)) { request, context, number in
            let controls = try await request.object { (fields) throws(Refusal) in try MoneyControls(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordMoneyControls(registry: registry)(number, controls, as: $0)
            } answering: {
                recorded($0, of: number)
            }
        }
        router.organizationAPI(.post, "/elements/boundaries", .act(.recordServiceBoundary)) { request, context, number in
            let boundary = try await request.object { (fields) throws(Refusal) in try ServiceBoundary(&fields) }
            return try await request.once(as: context.caller) {
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
