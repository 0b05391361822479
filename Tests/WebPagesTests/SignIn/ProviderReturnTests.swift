import Access
import HTTPTypes
import TestIdentityProvider
import Testing
import Values
import Workflow

@testable import WebPages

/// Coming back from an identity provider with what is wrong.
@Suite struct ProviderReturnTests {
    /// A register with an account that is linked to the person at the provider.
    private static func run(_ body: @escaping @Sendable (PagesUnderTest, TestIdentityProvider) async throws -> Void) async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            try await pages.account("zhoumin", .hubStaff)
            var browser = try await pages.browser(of: "zhoumin")
            try await browser.open("/account")
            try await browser.goAndComeBack(test, "/account/identities")
            try await body(pages, test)
        }
    }

    @Test func `what one browser began another does not end`() async throws {
        try await Self.run { pages, test in
            var (own, other) = (Browser(pages), Browser(pages))
            let back = try test.authorize(try await own.leave("/sign-in/provider"))
            let refused = try await other.comeBack(by: back)
            #expect(refused.status == 401 && refused.text.contains("does not belong to a sign-in that this browser began"))
            // One that has begun a sign-in of its own does not end somebody else's either.
            _ = try await other.leave("/sign-in/provider")
            #expect(try await other.comeBack(by: back).status == 401 && other.cookie == nil)
            #expect(try await own.comeBack(by: back).status == 303)
        }
    }

    @Test func `an address by which somebody came back counts once`() async throws {
        try await Self.run { pages, test in
            var browser = Browser(pages)
            let back = try test.authorize(try await browser.leave("/sign-in/provider"))
            let kept = browser
            #expect(try await browser.comeBack(by: back).status == 303)
            var again = kept
            #expect(try await again.comeBack(by: back).status == 401)
        }
    }

    @Test func `a token that was made for another sign-in is refused`() async throws {
        try await Self.run { pages, test in
            test.change { $0.nonce = String(repeating: "0", count: 64) }
            var browser = Browser(pages)
            let answer = try await browser.goAndComeBack(test, "/sign-in/provider")
            #expect(answer.status == 401 && answer.text.contains("it belongs to another sign-in") && browser.cookie == nil)
        }
    }

    @Test func `who turned back at the provider is told so, and an answer of another provider is refused`() async throws {
        try await Self.run { pages, test in
            test.change { $0.error = "access_denied" }
            var browser = Browser(pages)
            let turnedBack = try await browser.goAndComeBack(test, "/sign-in/provider")
            #expect(turnedBack.status == 401 && turnedBack.text.contains("You turned back there"))
            test.change { $0.error = nil }
            let back = try test.authorize(try await browser.leave("/sign-in/provider"))
            let mixed = back.replacing("&iss=\(test.issuer)", with: "&iss=https://login.example")
            #expect(try await browser.comeBack(by: mixed).text.contains("it comes from another provider"))
        }
    }

    @Test func `a provider that is away is told from a wrong answer`() async throws {
        try await Self.run { pages, test in
            var browser = Browser(pages)
            let back = try test.authorize(try await browser.leave("/sign-in/provider"))
            test.change { $0.failure = 503 }
            let answer = try await browser.comeBack(by: back)
            #expect(answer.status == 503 && answer.headers[.retryAfter] != nil && browser.cookie == nil)
        }
    }

    @Test func `who signed out meanwhile, or is somebody else now, links nothing`() async throws {
        try await Self.run { pages, test in
            try await pages.account("lihua", nil)
            test.change { $0.subject = "person-2" }
            var browser = try await pages.browser(of: "lihua")
            try await browser.open("/account")
            let back = try test.authorize(try await browser.leave("/account/identities"))
            try await browser.open("/account")
            try await browser.send("/sign-out", [])
            let answer = try await browser.comeBack(by: back)
            #expect(answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true, "\(answer.text)")
            try await browser.open("/sign-in")
            #expect(try await browser.goAndComeBack(test, "/sign-in/provider").status == 401)
        }
    }

    @Test func `only a button of this site leads to the provider`() async throws {
        try await Self.run { pages, test in
            var browser = try await pages.browser(of: "zhoumin")
            try await browser.open("/account")
            #expect(try await browser.send("/account/identities", [], csrf: String(repeating: "0", count: 64)).status == 403)
            let elsewhere = try #require(HTTPField.Name("Sec-Fetch-Site"))
            #expect(try await browser.send("/sign-in/provider", [], headers: [elsewhere: "cross-site"]).status == 403)
            #expect(try await browser.open("/sign-in/provider").status == 405)
        }
    }

    @Test func `nobody is led to another site`() async throws {
        try await Self.run { pages, test in
            var browser = Browser(pages)
            let answer = try await browser.goAndComeBack(test, "/sign-in/provider", [("next", "//evil.example/x")])
            #expect(answer.headers[.location] == "/")
        }
    }
}
