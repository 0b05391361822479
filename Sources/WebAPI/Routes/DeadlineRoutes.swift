import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                          | Use case            |
/// |--------|-------------------------------|---------------------|
/// | GET    | `/deadline-rules`             | `ListDeadlineRules` |
/// | GET    | `/pending-items`              | `ListPending`       |
/// | GET    | `/account/pending-items`      | `ListOwnPending`    |
/// | GET    | `/pending-items/{item}`       | `ShowPending`       |
/// | PUT    | `/pending-items/{item}/owner` | `ReassignPending`   |
struct DeadlineRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/deadline-rules", .reading(.listDeadlineRules)) { request, context in
            .list(try await ListDeadlineRules(registry: registry)(as: context.caller), for: request)
        }
        router.api(.get, "/pending-items", .reading(.listPending)) { request, context in
            let (filter, page) = try QueryFields.read(request) { (query) throws(Refusal) in
                (try PendingFilter(&query), try query.page())
            }
            return .page(try await ListPending(registry: registry)(filter, page: page, as: context.caller), for: request)
        }
        router.api(.get, "/account/pending-items", .reading(.listPending)) { request, context in
            let size = try QueryFields.read(request) { (query) throws(Refusal) in try query.size() }
            let own = try await ListOwnPending(registry: registry)(size ?? 50, as: context.caller)
            return .json(taggedFor: request) { json in
                json.object { json in
                    json.members("items", own.lines)
                    json.member("hasMore", own.hasMore)
                }
            }
        }
        router.api(.get, "/pending-items/{item}", .reading(.showPending)) { request, context in
            answer(try await ShowPending(registry: registry)(try context.pendingItem(), as: context.caller), to: request)
        }
        router.api(.put, "/pending-items/{item}/owner", .act(.reassignPending)) { request, context in
            let number = try context.pendingItem()
            let version = try request.version()
            let (owner, reason) = try await request.object { (fields) throws(Refusal) in
                (try PendingOwner(&fields), try fields.optional("reason", .text(longest: 500)))
            }
            return try await request.once(as: context.caller) {
                try await ReassignPending(registry: registry)(number, to: owner, reason: reason, version: version, as: $0)
            } answering: {
                answer($0, to: request)
            }
        }
    }

    private func answer(_ file: PendingFile, to request: Request) -> Response {
        .json(version: file.item.version, for: request) { file.write(to: &$0) }
    }
}
