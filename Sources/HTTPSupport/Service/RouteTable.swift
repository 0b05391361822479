package import HTTPTypes
package import Hummingbird

/// The methods of every path, to tell a wrong method from a wrong path.
package struct RouteTable: Sendable {
    private let routes: [(pattern: [String], methods: [String])]

    package init(_ router: Router<ServiceContext>) {
        var methods: [String: Set<String>] = [:]
        for route in router.routes { methods[route.path.description, default: []].insert(route.method.rawValue) }
        routes = methods.sorted { $0.key < $1.key }.map { path, methods in
            (path.split(separator: "/").map(String.init), methods.union(methods.contains("GET") ? ["HEAD"] : []).sorted())
        }
    }

    /// What is wrong with a request that no route took.
    package func fault(method: HTTPRequest.Method, path: String) -> RequestFault {
        let parts = path.split(separator: "/")
        let allowed = routes.filter { Self.matches($0.pattern, parts) }.flatMap(\.methods)
        return allowed.isEmpty ? .noSuchPath(path) : .methodNotAllowed(method.rawValue, allowed: Set(allowed).sorted())
    }

    private static func matches(_ pattern: [String], _ parts: [Substring]) -> Bool {
        pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
