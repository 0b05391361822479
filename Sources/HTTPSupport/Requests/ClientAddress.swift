import Glibc
import HTTPTypes
package import Hummingbird

/// Where a request comes from, as tries are counted: an IPv4 address, or the network of an IPv6 address, because whoever has one address of
/// a network has all of them (RFC 4291 §2.5.4: 64 bits).
package struct ClientAddress: Hashable, Sendable {
    package let text: String

    /// Reads an address; nil for anything else.
    package init?(_ written: some StringProtocol) {
        let written = String(written)
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, written, &bytes) == 1 {
            text = bytes.prefix(4).map(String.init).joined(separator: ".")
        } else if inet_pton(AF_INET6, written, &bytes) == 1 {
            let isIPv4 = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xff && bytes[11] == 0xff
            let groups = stride(from: 0, to: 8, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
            text = isIPv4 ? bytes[12...].map(String.init).joined(separator: ".") : groups.joined(separator: ":") + "::/64"
        } else {
            return nil
        }
    }

    /// The address that the proxy in front saw: the last one that was added, because a client can send any before it. nil without one.
    package init?(forwardedIn request: Request) {
        guard let last = request.headers[values: .forwardedFor].last?.split(separator: ",").last else { return nil }
        self.init(last.trimmingPrefix { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" })
    }
}

extension HTTPField.Name {
    /// The forced unwrap is safe: the name is a literal of letters and hyphens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}
