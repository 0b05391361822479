import Access
import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// All below `/organizations/{number}`.
///
/// | Method | Path          | Use case         |
/// |--------|---------------|------------------|
/// | GET    | `/accounts`   | `ListAccounts`   |
/// | POST   | `/accounts`   | `RecordAccounts` |
/// | GET    | `/activities` | `ListActivities` |
/// | POST   | `/activities` | `RecordActivity` |
/// | GET    | `/reports`    | `ListReports`    |
/// | POST   | `/reports`    | `RecordReport`   |
struct RecordRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.organizationAPI(.get, "/accounts", .reading(.listAccounts)) { request, context, number in
            .list(try await ListAccounts(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/accounts", .act(.recordAccounts)) { request, context, number in
            let accounts = try await request.object { (fields) throws(Refusal) in try YearlyAccounts(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordAccounts(registry: registry)(number, accounts, as: $0)
            } answering: {
                .added($0, at: "\(number.location)/accounts")
            }
        }
        router.organizationAPI(.get, "/activities", .reading(.listActivities)) { request, context, number in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            return .page(try await ListActivities(registry: registry)(number, page: page, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/activities", .act(.recordActivity)) { request, context, number in
            let activity = try await request.object { (fields) throws(Refusal) in try Activity(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordActivity(registry: registry)(number, activity, as: $0)
            } answering: {
                .created($0, at: "\(number.location)/activities")
            }
        }
        router.organizationAPI(.get, "/reports", .reading(.listReports)) { request, context, number in
            .list(try await ListReports(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/reports", .act(.recordReport)) { request, context, number in
            let report = try await request.object { (fields) throws(Refusal) in try AnnualReport(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordReport(registry: registry)(number, report, as: $0)
            } answering: {
                .added($0, at: "\(number.location)/reports")
            }
        }
    }
}
