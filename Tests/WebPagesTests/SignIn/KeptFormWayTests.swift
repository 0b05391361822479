import Access
import HTTPTypes
import Incubation
import Postgres
import TestIdentityProvider
import Testing
import Values
import Workflow

@testable import WebPages

/// What was typed before a session ended comes back whichever way leads in: an identity provider, a second factor that is set up first, a
/// fresh proof.
struct KeptFormWayTests {
    private static let typed = [
        ("title", "五一<汇演>\n\"第二行\""), ("heldOn", "2026-05-01"), ("kind", "event"), ("participants", "120"),
    ]

    private static func hidden(_ page: HTMLPage) -> [(String, String)] {
        page.all("input").filter { $0.attributes["type"] == "hidden" && $0.attributes["name"] != "csrf" }.map {
            ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "")
        }
    }

    /// Sends an activity's form of somebody whose session has ended elsewhere meanwhile.
    private static func sendLate(
        _ pages: PagesUnderTest, _ browser: inout Browser, before: () async throws -> Void = {}
    ) async throws -> (path: String, answer: PagesUnderTest.Answer) {
        let path = OrganizationPages.address(of: try await pages.record("城东合唱团")) + "/activities/new"
        try await browser.open(path)
        var other = browser
        try await other.send("/sign-out", [])
        try await before()
        let answer = try await browser.send(path, hidden(browser.page) + typed)
        #expect(answer.status == 401 && answer.text.contains("what you typed is kept"), "\(answer.text)")
        return (path, answer)
    }

    /// Goes back to the form from the page that leads there, and looks whether everything is in it.
    private static func expectForm(at path: String, from answer: PagesUnderTest.Answer, _ browser: inout Browser) async throws {
        #expect(answer.status == 200)
        let form = try #require(answer.page.all("form").first { $0.attributes["action"] == path }, "\(answer.text)")
        #expect(form.attributes["method"] == "post")
        let back = try await browser.send(path, hidden(answer.page))
        let inputs = back.page.all("input")
        #expect(back.status == 200)
        #expect(inputs.contains { $0.attributes["name"] == "title" && $0.attributes["value"] == typed[0].1 }, "\(back.text)")
        #expect(inputs.contains { $0.attributes["name"] == "participants" && $0.attributes["value"] == "120" })
        let sent = try await browser.send(path, hidden(back.page) + typed.dropFirst() + [("title", "五一汇演")])
        #expect(sent.status == 303, "\(sent.text)")
    }

    private static func runLinked(_ body: @escaping @Sendable (PagesUnderTest, TestIdentityProvider, Browser) async throws -> Void)
        async throws
    {
        try await PagesUnderTest.runWithProvider { pages, test in
            try await pages.account("zhoumin", .hubStaff)
            var browser = try await pages.browser(of: "zhoumin")
            try await browser.open("/account")
            try await browser.goAndComeBack(test, "/account/identities")
            try await body(pages, test, browser)
        }
    }

    @Test func `it comes back to whoever signs in by the identity provider`() async throws {
        try await Self.runLinked { pages, test, signedIn in
            var browser = signedIn
            let (path, asked) = try await Self.sendLate(pages, &browser)
            #expect(asked.page.all("button").contains { $0.attributes["formaction"] == "/sign-in/provider" })
            let back = try test.authorize(try await browser.leave("/sign-in/provider", Self.hidden(asked.page)))
            let kept = try await pages.registry.pool.query(
                "SELECT typed FROM provider_sign_ins", context: ["incubator.duty": "sign-in"])[0].decode(as: [UInt8]?.self)
            let bytes = try #require(kept)
            #expect(!String(decoding: bytes, as: UTF8.self).contains("activities"), "the register cannot read it")
            var stranger = Browser(pages)
            #expect(try await !stranger.comeBack(by: back).text.contains("汇演"), "another browser is given nothing")
            try await Self.expectForm(at: path, from: try await browser.comeBack(by: back), &browser)
        }
    }

    @Test func `who turns back at the provider has lost nothing either`() async throws {
        try await Self.runLinked { pages, test, signedIn in
            var browser = signedIn
            let (path, asked) = try await Self.sendLate(pages, &browser)
            test.change { $0.error = "access_denied" }
            let turnedBack = try await browser.goAndComeBack(test, "/sign-in/provider", Self.hidden(asked.page))
            #expect(turnedBack.status == 401 && turnedBack.text.contains("You turned back there"), "\(turnedBack.text)")
            let entered = try await browser.send(
                "/sign-in", Self.hidden(turnedBack.page) + [("login", "zhoumin"), ("password", PagesUnderTest.password)])
            try await Self.expectForm(at: path, from: entered, &browser)
        }
    }

    @Test func `who leaves for a provider that is away has lost nothing`() async throws {
        try await Self.runLinked { pages, test, signedIn in
            var browser = signedIn
            let (path, asked) = try await Self.sendLate(pages, &browser)
            let back = try test.authorize(try await browser.leave("/sign-in/provider", Self.hidden(asked.page)))
            test.change { $0.failure = 503 }
            let answer = try await browser.comeBack(by: back)
            #expect(answer.status == 503 && answer.headers[.retryAfter] != nil)
            let entered = try await browser.send(
                "/sign-in", Self.hidden(answer.page) + [("login", "zhoumin"), ("password", PagesUnderTest.password)])
            try await Self.expectForm(at: path, from: entered, &browser)
        }
    }

    @Test func `it comes back after a second factor that has to be set up first`() async throws {
        try await PagesUnderTest.run { pages in
            let account = try await pages.account("zhoumin", .hubStaff)
            var browser = try await pages.browser(of: "zhoumin")
            // Meanwhile they were given a role that needs one.
            let (path, asked) = try await Self.sendLate(pages, &browser) {
                _ = try await GrantRole(accounts: pages.accounts)(
                    RoleGrant(role: .hubManager, scope: .area(try #require(AreaCode("32")))), to: account, as: .localOperator)
            }
            let entered = try await browser.send(
                "/sign-in", Self.hidden(asked.page) + [("login", "zhoumin"), ("password", PagesUnderTest.password)])
            #expect(entered.status == 200 && entered.page.all("form").contains { $0.attributes["action"] == "/account/second-factor" })
            let kept = Self.hidden(entered.page).filter { $0.0 == "kept" }.prefix(1)
            try #require(kept.count == 1)
            let offer = try await browser.send("/account/second-factor", Array(kept))
            let seed = try #require(offer.page.first("code")?.text.filter { $0 != " " })
            #expect(Self.hidden(offer.page).contains { $0.0 == "kept" && $0.1 == kept[0].1 })
            let wrong = try await browser.send("/account/second-factor/code", kept + [("code", "000000")])
            #expect(wrong.status != 200 && Self.hidden(wrong.page).contains { $0.0 == "kept" && $0.1 == kept[0].1 })
            let code = try #require(OneTimeCode.shown(for: seed, stepsAhead: -1))
            let done = try await browser.send("/account/second-factor/code", kept + [("code", code)])
            #expect(done.page.all(class: "codes").count == 1, "\(done.text)")
            try await Self.expectForm(at: path, from: done, &browser)
        }
    }

    @Test func `it comes back after a fresh proof of who somebody is`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("wangan", .securityAdministrator)
            var browser = try await pages.browser(of: "wangan")
            let seed = try await browser.addSecondFactor()
            try await browser.open("/accounts/new")
            _ = try await pages.registry.pool.query(
                "UPDATE sessions SET created_at = created_at - interval '11 minutes', confirmed_at = confirmed_at - interval '11 minutes'",
                context: ["incubator.duty": "sign-in"])
            let asked = try await browser.send("/accounts/new", [("login", "lihua"), ("displayName", "李华<b>")])
            #expect(asked.status == 403 && asked.page.all("input").contains { $0.attributes["name"] == "code" }, "\(asked.text)")
            let code = try #require(OneTimeCode.shown(for: seed))
            let proved = try await browser.send("/confirm", Self.hidden(asked.page) + [("code", code)])
            let back = try await browser.send("/accounts/new", Self.hidden(proved.page))
            #expect(back.page.all("input").contains { $0.attributes["value"] == "李华<b>" }, "\(back.text)")
            let sent = try await browser.send("/accounts/new", [("login", "lihua"), ("displayName", "李华")])
            #expect(sent.status == 200 && sent.page.first("code") != nil, "\(sent.text)")
        }
    }
}
