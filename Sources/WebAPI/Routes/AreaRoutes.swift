import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path            | Use case    | Who |
/// |--------|-----------------|-------------|-----|
/// | GET    | `/areas`        | `ListAreas` | all |
/// | POST   | `/areas`        | `AddArea`   | all |
/// | GET    | `/areas/{code}` | `ShowArea`  | all |
struct AreaRoutes: RouteSet {
    let registry: Registry

    func add(to router: Router<ServiceContext>) {
        router.api(.get, "/areas") { request, _ in
            let (filter, page) = try QueryFields.read(request) { (query) throws(Refusal) in
                let filter = AreaFilter(
                    parent: try query.areaCode("parent"), level: try query.code("level", AreaLevel.self), name: query.text("name"))
                return (filter, try query.page())
            }
            return .page(try await ListAreas(registry: registry)(filter, page: page, as: caller), for: request)
        }
        router.api(.post, "/areas") { request, _ in
            let area = try await request.object { (fields) throws(Refusal) in try Area(&fields) }
            return try await request.once(as: caller) {
                try await AddArea(registry: registry)(area, as: $0)
            } answering: {
                .created($0, at: "/api/v1/areas/\($0.code)")
            }
        }
        router.api(.get, "/areas/{code}") { request, context in
            let text = context.key("code")
            guard let code = AreaCode(text) else { throw Refusal.notFound(.area, text) }
            return .value(try await ShowArea(registry: registry)(code, as: caller), for: request)
        }
    }
}
