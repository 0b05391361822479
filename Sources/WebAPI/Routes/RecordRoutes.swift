import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// All below `/organizations/{number}`.
///
/// | Method | Path          | Use case         | Who |
/// |--------|---------------|------------------|-----|
/// | GET    | `/accounts`   | `ListAccounts`   | all |
/// | POST   | `/accounts`   | `RecordAccounts` | all |
/// | GET    | `/activities` | `ListActivities` | all |
/// | POST   | `/activities` | `RecordActivity` | all |
/// | GET    | `/reports`    | `ListReports`    | all |
/// | POST   | `/reports`    | `RecordReport`   | all |
struct RecordRoutes: RouteSet {
    let registry: Registry

    func add(to router: Router<ServiceContext>) {
        router.organizationAPI(.get, "/accounts") { request, number in
            .list(try await ListAccounts(registry: registry)(number, as: caller), for: request)
        }
        router.organizationAPI(.post, "/accounts") { request, number in
            let accounts = try await request.object { (fields) throws(Refusal) in try YearlyAccounts(&fields) }
            return try await request.once(as: caller) {
                try await RecordAccounts(registry: registry)(number, accounts, as: $0)
            } answering: {
                .added($0, at: "\(number.location)/accounts")
            }
        }
        router.organizationAPI(.get, "/activities") { request, number in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            return .page(try await ListActivities(registry: registry)(number, page: page, as: caller), for: request)
        }
        router.organizationAPI(.post, "/activities") { request, number in
            let activity = try await request.object { (fields) throws(Refusal) in try Activity(&fields) }
            return try await request.once(as: caller) {
                try await RecordActivity(registry: registry)(number, activity, as: $0)
            } answering: {
                .created($0, at: "\(number.location)/activities")
            }
        }
        router.organizationAPI(.get, "/reports") { request, number in
            .list(try await ListReports(registry: registry)(number, as: caller), for: request)
        }
        router.organizationAPI(.post, "/reports") { request, number in
            let report = try await request.object { (fields) throws(Refusal) in try AnnualReport(&fields) }
            return try await request.once(as: caller) {
                try await RecordReport(registry: registry)(number, report, as: $0)
            } answering: {
                .added($0, at: "\(number.location)/reports")
            }
        }
    }
}
