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
            let status = try await LookUpStatus(registry: registry)(number, from: context.address, as: context.caller)
            return .value(status, for: request)
        }
    }
}
