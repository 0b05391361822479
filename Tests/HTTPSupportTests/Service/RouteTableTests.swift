import HTTPSupport
import Hummingbird
import Testing

/// A wrong method is told apart from a wrong path, with the methods that would be right.
struct RouteTableTests {
    private static func table() -> RouteTable {
        let router = Router(context: ServiceContext.self)
        for path in ["/people/{person}", "/people/{person}/posts"] { router.get(RouterPath(path)) { _, _ in "" } }
        router.post("/people/disclosures") { _, _ in "" }
        router.put("/{anything}/disclosures") { _, _ in "" }
        return RouteTable(router)
    }

    @Test func `of several paths that fit, the one that spells out the most tells its methods`() {
        let table = Self.table()
        #expect(table.fault(method: .options, path: "/people/disclosures") == .methodNotAllowed("OPTIONS", allowed: ["POST"]))
        #expect(table.fault(method: .delete, path: "/people/7") == .methodNotAllowed("DELETE", allowed: ["GET", "HEAD"]))
        #expect(table.fault(method: .get, path: "/places/disclosures") == .methodNotAllowed("GET", allowed: ["PUT"]))
        #expect(table.fault(method: .get, path: "/people/7/9") == .noSuchPath("/people/7/9"))
    }
}
