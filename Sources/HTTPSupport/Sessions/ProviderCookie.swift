package import Hummingbird
package import Workflow

/// The cookie by which the browser that went to the identity provider is known when it comes back. It holds nothing but a token of that one
/// way, and is gone after it. See ``SessionCookie`` for its name and marks.
package enum ProviderCookie {
    private static let name = "__Host-provider"
    private static let marks = "Path=/; SameSite=Lax; Secure; HttpOnly"

    /// The token that the request carries; nil for none, and for what cannot be one.
    package static func token(of request: Request) -> SecretToken? {
        request.cookie(name).flatMap { SecretToken(text: $0) }
    }

    /// The value of `Set-Cookie`.
    package static func setting(_ token: SecretToken) -> String {
        "\(name)=\(token.text); Max-Age=\(LeaveForProvider.seconds); \(marks)"
    }

    /// The value of `Set-Cookie` that takes the cookie away.
    package static let removing = "\(name)=; Max-Age=0; \(marks)"
}
