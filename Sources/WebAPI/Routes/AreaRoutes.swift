import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path            | Use case    |
/// |--------|-----------------|-------------|
/// | GET    | `/areas`        | `ListAreas` |
/// | POST   | `/areas`        | `AddArea`   |
/// | GET    | `/areas/{code}` | `ShowArea`  |
struct AreaRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/areas", .reading(.listAreas)) { request, context in
            let (filter, page) = try QueryFields.read(request) { (query) throws(Refusal) in
                let filter = AreaFilter(
                    parent: try query.areaCode("parent"), level: try query.code("level", AreaLevel.self), name: query.text("name"))
                return (filter, try query.page())
            }
            return .page(try await ListAreas(registry: registry)(filter, page: page, as: context.caller), for: request)
        }
        router.api(.post, "/areas", .act(.addArea)) { request, context in
            let area = try await request.object { (fields) throws(Refusal) in try Area(&fields) }
            return try await request.once(as: context.caller) {
                try await AddArea(registry: registry)(area, as: $0)
            } answering: {
                .created($0, at: "/api/v1/areas/\($0.code)")
            }
        }
        router.api(.get, "/areas/{code}", .reading(.showArea)) { request, context in
            let text = context.key("code")
            guard let code = AreaCode(text) else { throw Refusal.notFound(.area, text) }
            return .value(try await ShowArea(registry: registry)(code, as: context.caller), for: request)
        }
    }
}
