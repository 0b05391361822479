import Values

/// Where people reach the service from elsewhere: the address of the proxy that speaks TLS for it.
package struct PublicSite: Hashable, Sendable {
    /// The value of `Host`: the name in small letters, with the port unless it is 443.
    package let authority: String

    /// The value of `Origin`.
    package var origin: String { "https://\(authority)" }

    /// Reads an address such as `https://register.example`. Nothing may follow the host and the port, because the service lies at `/`.
    ///
    /// - Throws: ``Fault``.
    package init(_ text: String) throws(Fault) {
        let lowered = text.lowercased()
        guard lowered.hasPrefix("https://") else { throw Fault(text: text) }
        let rest = lowered.dropFirst("https://".count)
        let authority = rest.hasSuffix("/") ? rest.dropLast() : rest
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, Self.isHost(parts[0]) else { throw Fault(text: text) }
        var port = 443
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let given = Int(parts[1]), (1...65_535).contains(given) else {
                throw Fault(text: text)
            }
            port = given
        }
        self.authority = port == 443 ? String(parts[0]) : "\(parts[0]):\(port)"
    }

    /// Whether the value of `Host` names it; 443 may be named.
    func admits(_ host: String) -> Bool {
        host == authority || !authority.contains(":") && host == authority + ":443"
    }

    /// Names of letters, digits and hyphens between dots. A name in other letters is written in its ASCII form (`xn--`), as browsers send it.
    private static func isHost(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
            }
    }

    /// What is no such address.
    package struct Fault: Error, Hashable, Sendable {
        package let text: String
    }
}
