import Crypto
import Foundation
import Hummingbird
import HummingbirdTesting
import Locks
import Logging
package import Values

/// A provider of identities on a port of this machine, which signs with a key of its own and does what a test tells it.
package final class TestIdentityProvider: Sendable {
    package static let client = "register"
    package static let secret = "a secret & more"

    /// A code that was given out.
    private struct Grant: Sendable {
        let challenge: String
        let nonce: String
        let returnAddress: String
    }

    private struct State: Sendable {
        var port = 0
        var behaviour = TestBehaviour()
        var grants: [String: Grant] = [:]
        var asked: [String: Int] = [:]
    }

    private let state = Guarded(State())
    private let now: Instant

    private init(now: Instant) {
        self.now = now
    }

    /// Runs a provider as long as the body.
    ///
    /// - Parameter now: the moment that its tokens are made at.
    package static func run<Result: Sendable>(
        now: Instant, _ body: @escaping @Sendable (TestIdentityProvider) async throws -> Result
    ) async throws -> Result {
        let provider = TestIdentityProvider(now: now)
        let application = Application(router: provider.router(), logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
        return try await application.test(.live) { client in
            provider.state.withLock { $0.port = client.port ?? 0 }
            return try await body(provider)
        }
    }

    package var issuer: String { "http://127.0.0.1:\(state.withLock(\.port))" }

    package var behaviour: TestBehaviour { state.withLock(\.behaviour) }

    package func change(_ body: (inout TestBehaviour) -> Void) {
        state.withLock { body(&$0.behaviour) }
    }

    /// How often a path was asked for.
    package func count(of path: String) -> Int { state.withLock { $0.asked[path] ?? 0 } }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/.well-known/openid-configuration") { _, _ in self.answer("description") { try self.description() } }
        router.get("/keys") { _, _ in
            self.answer("keys") {
                let behaviour = self.behaviour
                return try JSONEncoder().encode(["keys": (behaviour.published ?? [behaviour.key]).map { try $0.published() }])
            }
        }
        router.get("/authorize") { request, _ in
            let way = try self.authorize(request.uri.description)
            return Response(status: .found, headers: [.location: way])
        }
        router.post("/token") { request, _ in
            let form = String(buffer: try await request.body.collect(upTo: 100_000))
            let authorization = request.headers[.authorization]
            return self.answer("token") { try self.token(Self.pairs(form), authorization) }
        }
        return router
    }

    private func answer(_ name: String, _ body: () throws -> Data?) -> Response {
        let behaviour = state.withLock { state in
            state.asked[name, default: 0] += 1
            return state.behaviour
        }
        if name == "token", let redirect = behaviour.redirect {
            return Response(status: .temporaryRedirect, headers: [.location: redirect])
        }
        if name != "description", let failure = behaviour.failure { return Response(status: .init(code: failure)) }
        guard let data = try? body() else { return Response(status: .badRequest) }
        return Response(
            status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: Array(data))))
    }

    private func description() throws -> Data {
        try JSONEncoder().encode([
            "issuer": behaviour.described ?? issuer, "authorization_endpoint": "\(issuer)/authorize",
            "token_endpoint": "\(issuer)/token", "jwks_uri": "\(issuer)/keys",
        ])
    }

    /// What the provider does with a browser that was sent to it: the address by which it comes back.
    ///
    /// - Throws: ``Unexpected`` for an address that lacks something.
    package func authorize(_ address: String) throws -> String {
        let query = Self.pairs(String(address.split(separator: "?", maxSplits: 1).last ?? ""))
        guard query["response_type"] == "code", query["client_id"] == Self.client, query["scope"] == "openid",
            query["code_challenge_method"] == "S256", query["max_age"] == "600", let back = query["redirect_uri"],
            let state = query["state"], let nonce = query["nonce"], let challenge = query["code_challenge"]
        else { throw Unexpected(query: query) }
        if let error = behaviour.error { return "\(back)?error=\(error)&state=\(state)" }
        let code = UUID().uuidString
        self.state.withLock { $0.grants[code] = Grant(challenge: challenge, nonce: nonce, returnAddress: back) }
        return "\(back)?code=\(code)&state=\(state)&iss=\(issuer)"
    }

    /// A request that a provider would turn away.
    package struct Unexpected: Error {
        let query: [String: String]
    }

    /// - Returns: nil for a code that was never given out, or before, and for who cannot show what belongs to it.
    private func token(_ form: [String: String], _ authorization: String?) throws -> Data? {
        let pair = "\(Self.client):\(Self.secret.replacing(" ", with: "%20").replacing("&", with: "%26"))"
        guard authorization == "Basic \(Data(pair.utf8).base64EncodedString())", form["grant_type"] == "authorization_code",
            let grant = state.withLock({ $0.grants.removeValue(forKey: form["code"] ?? "") }),
            base64URL(Data(SHA256.hash(data: Data((form["code_verifier"] ?? "").utf8)))) == grant.challenge,
            form["redirect_uri"] == grant.returnAddress
        else { return nil }
        let token = try idToken(nonce: grant.nonce)
        return try JSONEncoder().encode([
            "access_token": "not for us", "token_type": "Bearer", "id_token": token,
            "padding": String(repeating: "x", count: behaviour.padding),
        ])
    }

    private static func pairs(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "&").map {
            $0.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
        }
        return Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
}

extension TestIdentityProvider {
    /// An ID token, right or wrong as the behaviour says.
    private func idToken(nonce: String) throws -> String {
        let (behaviour, seconds) = (behaviour, now.microsecondsSince1970 / 1_000_000)
        var header = ["alg": behaviour.algorithm ?? behaviour.key.algorithm, "kid": behaviour.key.id]
        header["typ"] = behaviour.type
        var claims: [String: Claim] = [
            "iss": .text(behaviour.issuer ?? issuer), "sub": .text(behaviour.subject),
            "aud": behaviour.audience.map { .list($0) } ?? .text(Self.client), "exp": .number(seconds + behaviour.expiresIn),
            "iat": .number(seconds - behaviour.issuedAgo), "nonce": .text(behaviour.nonce ?? nonce),
        ]
        claims["azp"] = behaviour.authorizedParty.map { .text($0) }
        claims["auth_time"] = behaviour.signedInAgo.map { .number(seconds - $0) }
        claims["amr"] = behaviour.methods.map { .list($0) }
        claims["acr"] = behaviour.strength.map { .text($0) }
        let text = "\(base64URL(try JSONEncoder().encode(header))).\(base64URL(try JSONEncoder().encode(claims)))"
        return "\(text).\(header["alg"] == "none" ? "" : base64URL(try behaviour.key.sign(text)))"
    }

    private enum Claim: Encodable {
        case text(String)
        case number(Int64)
        case list([String])

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .text(let text): try value.encode(text)
            case .number(let number): try value.encode(number)
            case .list(let list): try value.encode(list)
            }
        }
    }
}
