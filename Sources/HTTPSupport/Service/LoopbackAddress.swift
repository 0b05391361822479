import Values

/// An address that only this machine can reach.
///
/// The service speaks no TLS: whoever listens on the way would read passwords and people's data. A proxy on this machine does it.
package struct LoopbackAddress: Hashable, Sendable {
    /// `127.0.0.1`, `::1` or `localhost`.
    package let host: String
    /// 0 to 65535; 0 lets the system choose.
    package let port: Int

    private static let hosts: Set<String> = ["127.0.0.1", "::1", "localhost"]

    /// Reads a host and a port.
    ///
    /// - Throws: ``Fault`` for a host that other machines may reach, and for a port that does not exist.
    package init(host: String, port: Int) throws(Fault) {
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        guard Self.hosts.contains(bare.lowercased()) else { throw .reachableByOthers(host) }
        guard (0...65_535).contains(port) else { throw .portOutOfRange(port) }
        self.host = bare.lowercased()
        self.port = port
    }

    /// Where a browser on this machine reaches it; nil when the system chooses the port.
    package var origin: String? {
        port == 0 ? nil : "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Which values of `Host` are answered at this address.
    ///
    /// - Parameter site: behind which name a proxy passes requests on.
    package func hostRule(behind site: PublicSite?) -> HostRule {
        HostRule(port: port == 0 ? nil : port, site: site)
    }

    /// Why the service does not listen there.
    package enum Fault: Error, Hashable, Sendable {
        case reachableByOthers(String)
        case portOutOfRange(Int)

        package var words: ProblemWords {
            switch self {
            case .reachableByOthers(let host):
                ProblemWords(
                    title: BilingualText(zh: "不能在此地址上服务", en: "The service does not listen there"),
                    detail: BilingualText(
                        zh: "“\(host.prefix(60))”可从其他机器访问，而本服务不加密连接。",
                        en: "“\(host.prefix(60))” can be reached from other machines, and the service does not encrypt connections."),
                    nextStep: BilingualText(
                        zh: "请用 127.0.0.1；需要从别处访问时，请在本机前置 TLS 代理。",
                        en: "Use 127.0.0.1; to reach it from elsewhere, put a proxy with TLS on this machine in front."))
            case .portOutOfRange(let port):
                ProblemWords(
                    title: BilingualText(zh: "没有这个端口", en: "There is no such port"),
                    detail: BilingualText(zh: "端口 \(port) 不存在。", en: "The port \(port) does not exist."),
                    nextStep: BilingualText(zh: "请取 0 至 65535，0 表示由系统选择。", en: "Choose 0 to 65535; 0 lets the system choose."))
            }
        }
    }
}
