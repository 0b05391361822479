import Foundation

/// An address of an identity provider: by TLS, or on this machine, where there is nobody in between.
package struct ProviderAddress: Hashable, Sendable {
    package let text: String
    /// The host, as people are told where they are sent.
    package let host: String

    private static let ownNames: Set<String> = ["127.0.0.1", "localhost", "[::1]", "::1"]

    /// Reads an address such as `https://login.example/realms/city`. nil for anything else: no user, no fragment, nothing but printable
    /// ASCII, and `http:` for this machine alone.
    package init?(_ text: String) {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("\\"),
            let parts = URLComponents(string: text), let host = parts.host?.lowercased(), !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.fragment == nil
        else { return nil }
        switch parts.scheme?.lowercased() {
        case "https": break
        case "http" where Self.ownNames.contains(host): break
        default: return nil
        }
        self.text = text
        self.host = host
    }

    /// Whether it is no more than a name for a provider: without a query.
    var canBeIssuer: Bool { !text.contains("?") }

    /// The address with a query's pairs behind what it has already.
    func adding(_ pairs: [(name: String, value: String)]) -> String {
        text + (text.contains("?") ? "&" : "?") + FormEncoding.encode(pairs)
    }
}

/// Pairs as `application/x-www-form-urlencoded`.
enum FormEncoding {
    static func encode(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }

    /// Everything but letters, digits and the four marks of RFC 3986 §2.3 as `%` and two digits.
    static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
