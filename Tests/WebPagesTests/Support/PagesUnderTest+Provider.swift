import HTTPTypes
import OpenID
import TestIdentityProvider
import Testing
import Workflow

extension PagesUnderTest {
    /// All pages, with the test's identity provider beside them.
    static func runWithProvider(
        secondFactorValues: Set<String> = [], _ body: @escaping @Sendable (PagesUnderTest, TestIdentityProvider) async throws -> Void
    ) async throws {
        try await TestIdentityProvider.run(now: now) { test in
            let settings = try OpenIDSettings(
                issuer: test.issuer, client: TestIdentityProvider.client, secret: TestIdentityProvider.secret,
                returnAddress: "http://localhost/sign-in/provider/return", secondFactorValues: secondFactorValues)
            try await run(provider: OpenIDProvider(settings, now: { now })) { try await body($0, test) }
        }
    }
}

extension Browser {
    /// Presses a button that leads to the provider.
    ///
    /// - Returns: the address there.
    mutating func leave(_ path: String, _ fields: [(String, String)] = []) async throws -> String {
        let answer = try await send(path, fields)
        try #require(answer.status == 200, "\(answer.status) \(answer.headers) \(answer.text)")
        let refresh = try #require(HTTPField.Name("Refresh"))
        let header = try #require(answer.headers[refresh])
        #expect(header.hasPrefix("0; url="))
        return String(header.dropFirst("0; url=".count))
    }

    /// Comes back by the address that the provider gave.
    @discardableResult mutating func comeBack(by address: String) async throws -> PagesUnderTest.Answer {
        try await open(String(address.dropFirst("http://localhost".count)))
    }

    /// Goes to the provider and comes back.
    @discardableResult mutating func goAndComeBack(
        _ test: TestIdentityProvider, _ path: String, _ fields: [(String, String)] = []
    ) async throws -> PagesUnderTest.Answer {
        let way = try await leave(path, fields)
        return try await comeBack(by: try test.authorize(way))
    }
}
