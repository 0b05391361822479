import COpenAPI
import HTTPSupport
import Hummingbird

/// | Method | Path            | Does                              | Who |
/// |--------|-----------------|-----------------------------------|-----|
/// | GET    | `/openapi.yaml` | the description of this interface | all |
struct OpenAPIRoute {
    /// The description as OpenAPI 3.1, compiled in.
    static let description = Array(UnsafeBufferPointer(start: openapi_bytes, count: openapi_count))
    private static let tag = EntityTag(content: description)

    func add(to router: Router<ServiceContext>) {
        router.get("/openapi.yaml") { request, _ in
            Response.data(Self.description, type: "application/yaml", headers: [.cacheControl: "no-cache"])
                .unlessKnown(Self.tag, to: request)
        }
    }
}
