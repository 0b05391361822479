import Foundation
import OpenID
import Synchronization
import TestIdentityProvider
import Testing
import Values

/// A client of the test's provider, and the ways to it and back.
struct SignInRound: Sendable {
    /// 2026-06-30 noon in China.
    static let now = Instant(microsecondsSince1970: 1_782_792_000_000_000)
    static let returnAddress = "https://register.example/sign-in/provider/return"

    let test: TestIdentityProvider
    let client: OpenIDProvider

    static func run(
        secondFactorValues: Set<String> = [], _ body: @escaping @Sendable (SignInRound) async throws -> Void
    ) async throws {
        try await TestIdentityProvider.run(now: now) { test in
            let settings = try OpenIDSettings(
                issuer: test.issuer, client: TestIdentityProvider.client, secret: TestIdentityProvider.secret,
                returnAddress: returnAddress, secondFactorValues: secondFactorValues)
            try await body(SignInRound(test: test, client: OpenIDProvider(settings, now: { now })))
        }
    }

    /// What nobody else can know of a request.
    static func request(_ mark: String = "a") -> AuthorizationRequest {
        AuthorizationRequest(state: "state-\(mark)", nonce: "nonce-\(mark)", codeVerifier: String(repeating: mark, count: 43))
    }

    /// The code that a browser brings back.
    func code(for request: AuthorizationRequest = request()) async throws -> String {
        let back = try test.authorize(try await client.address(for: request))
        return try #require(URLComponents(string: back)?.queryItems?.first { $0.name == "code" }?.value)
    }

    /// Goes there and back.
    @discardableResult func signIn(_ request: AuthorizationRequest = request()) async throws -> ProvidedIdentity {
        try await client.identity(byCode: try await code(for: request), answering: request)
    }
}
