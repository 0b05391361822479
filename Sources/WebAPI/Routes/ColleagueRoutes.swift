import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path          | Use case         |
/// |--------|---------------|------------------|
/// | GET    | `/colleagues` | `ListColleagues` |
struct ColleagueRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/colleagues", .reading(.nameActors)) { request, context in
            let number = try QueryFields.read(request) { (query) throws(Refusal) in try query.organization() }
            let found = try await ListColleagues(registry: registry)(of: number, as: context.caller)
            return .json(taggedFor: request) { json in
                json.object { json in
                    json.members("items", found ?? [])
                    json.member("isTooMany", found == nil)
                }
            }
        }
    }
}

extension Colleague: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account.rawValue)
            json.member("displayName", displayName)
            json.texts("roles", roles.map(\.rawValue))
        }
    }
}
