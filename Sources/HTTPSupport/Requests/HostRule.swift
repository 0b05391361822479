/// Which hosts a request may be meant for.
///
/// A page of a foreign site can point its own name at 127.0.0.1 and then talk to this machine through a visitor's browser (DNS
/// rebinding). Its requests carry that name in `Host`, so only the three names of this machine are answered, and the public one if there is.
package struct HostRule: Hashable, Sendable {
    private static let names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    private let port: Int?
    /// Behind which name a proxy passes requests on; nil where there is no proxy.
    package let site: PublicSite?

    /// - Parameter port: the port that must be named, where 80 may be left out; nil takes any, for a port that the system chose.
    package init(port: Int?, site: PublicSite? = nil) {
        self.port = port
        self.site = site
    }

    /// Whether the value of `Host` names this machine and the port, or the public site.
    package func admits(_ host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        if site?.admits(host) == true { return true }
        let nameEnd = host.hasPrefix("[") ? host.firstIndex(of: "]").map { host.index(after: $0) } : host.firstIndex(of: ":")
        let name = host[..<(nameEnd ?? host.endIndex)]
        let rest = host[name.endIndex...]
        guard Self.names.contains(String(name)) else { return false }
        if rest.isEmpty { return port == nil || port == 80 }
        guard rest.first == ":", rest.dropFirst().utf8.allSatisfy({ (48...57).contains($0) }), let given = Int(rest.dropFirst())
        else { return false }
        return (1...65_535).contains(given) && (port == nil || port == given)
    }
}
