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
        // Of several patterns the router takes the one that spells out the most, from the left, and looks no further.
        let best = routes.filter { Self.matches($0.pattern, parts) }.min {
            $0.pattern.map(Self.isParameter).lexicographicallyPrecedes($1.pattern.map(Self.isParameter)) { !$0 && $1 }
        }
        return best.map { .methodNotAllowed(method.rawValue, allowed: $0.methods) } ?? .noSuchPath(path)
    }

    private static func isParameter(_ part: String) -> Bool { part.hasPrefix("{") }

    private static func matches(_ pattern: [String], _ parts: [Substring]) -> Bool {
        pattern.count == parts.count && zip(pattern, parts).allSatisfy { isParameter($0) || $0 == $1 }
    }
}
