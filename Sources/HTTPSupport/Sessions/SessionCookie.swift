package import Hummingbird
package import Workflow

/// The cookie that a browser's session goes by. It holds nothing but the token.
///
/// Its name keeps other hosts of the domain, and whoever listens on a connection without TLS, from setting it; scripts cannot read it,
/// and it comes along with requests from this site and with links from elsewhere, never with a form of another site. Browsers take it
/// from this machine without TLS too. Source: OWASP ASVS 5.0 V3.3.
package enum SessionCookie {
    package static let name = "__Host-session"

    /// The token that the request carries; nil for none, and for what cannot be one.
    package static func token(of request: Request) -> SecretToken? {
        request.cookie(name).flatMap { SecretToken(text: $0) }
    }

    /// The value of `Set-Cookie`. It ends with the browser; the session ends by itself before, when nothing comes for a while.
    package static func setting(_ token: SecretToken) -> String {
        "\(name)=\(token.text); Path=/; SameSite=Lax; Secure; HttpOnly"
    }

    /// The value of `Set-Cookie` that takes the cookie away.
    package static let removing = "\(name)=; Path=/; Max-Age=0; SameSite=Lax; Secure; HttpOnly"
}

extension Request {
    /// The value of a cookie; nil when the request carries none of that name.
    package func cookie(_ name: String) -> String? {
        for header in headers[values: .cookie] {
            for part in header.split(separator: ";") {
                let pair = part.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
                if pair.count == 2, pair[0] == name { return pair[1] }
            }
        }
        return nil
    }
}
