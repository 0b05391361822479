import HTTPSupport
import HTTPTypes
import Hummingbird

/// | Method | Path             | Does                                   | Who |
/// |--------|------------------|----------------------------------------|-----|
/// | GET    | `/assets/{name}` | a stylesheet or script, kept for a year | all |
///
/// The name holds a digest of the content, so that a copy never goes stale: another content has another name.
enum PageAssets {
    struct Asset: Sendable {
        let path: String
        let type: String
        let bytes: [UInt8]
    }

    static let style = asset("style", "css", type: "text/css; charset=utf-8")
    static let script = asset("page", "js", type: "text/javascript; charset=utf-8")
    static let icon = asset("icon", "svg", type: "image/svg+xml")

    private static func asset(_ name: String, _ ending: String, type: String) -> Asset {
        let bytes = PageFile.all.first { $0.name == "Assets/\(name).\(ending)" }?.bytes ?? []
        let digest = EntityTag(content: bytes).description.filter { $0 != "\"" }.prefix(16)
        return Asset(path: "/assets/\(name)-\(digest).\(ending)", type: type, bytes: bytes)
    }

    static func addRoutes(to router: Router<ServiceContext>) {
        for asset in [style, script, icon] {
            router.get(RouterPath(asset.path)) { _, _ in
                Response.data(asset.bytes, type: asset.type, headers: [.cacheControl: "public, max-age=31536000, immutable"])
            }
        }
    }
}
