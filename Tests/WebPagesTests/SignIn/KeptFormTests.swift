import Access
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// Nothing that was typed is lost when a session ends in the middle of a form.
struct KeptFormTests {
    private static let typed = [
        ("title", "五一<汇演>\n\"第二行\""), ("heldOn", "2026-05-01"), ("kind", "event"), ("participants", "120"),
    ]

    private static func hidden(_ page: HTMLPage) -> [(String, String)] {
        page.all("input").filter { $0.attributes["type"] == "hidden" && $0.attributes["name"] != "csrf" }.map {
            ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "")
        }
    }

    /// An activity's form, opened by somebody whose session then ends elsewhere.
    private static func begin(_ pages: PagesUnderTest, as login: String) async throws -> (path: String, browser: Browser) {
        let number = try await pages.record("城东合唱团")
        let path = OrganizationPages.address(of: number) + "/activities/new"
        var browser = try await pages.browser(of: login)
        try await browser.open(path)
        return (path, browser)
    }

    private static func activities(_ pages: PagesUnderTest) async throws -> Int {
        let organizations = try await ListOrganizations(registry: pages.registry)(
            OrganizationFilter(), page: PageRequest(), as: .localOperator)
        let number = try #require(organizations.items.first).number
        return try await ListActivities(registry: pages.registry)(number, page: PageRequest(), as: .localOperator).items.count
    }

    @Test func `a form that is sent after the session has ended comes back filled in, and is recorded once`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var (path, browser) = try await Self.begin(pages, as: "zhoumin")
            let fields = Self.hidden(browser.page) + Self.typed
            var other = browser
            try await other.send("/sign-out", [])
            // The browser still carries the session that is no more.
            let asked = try await browser.send(path, fields)
            #expect(asked.status == 401 && asked.page.all("input").contains { $0.attributes["name"] == "password" })
            #expect(asked.text.contains("what you typed is kept"))
            let wrong = try await browser.send(
                "/sign-in", Self.hidden(asked.page) + [("login", "zhoumin"), ("password", "wrong-password")])
            #expect(
                wrong.status != 200 && wrong.page.all("input").contains { $0.attributes["name"] == "kept" },
                "a typing mistake loses nothing")
            let entered = try await browser.send(
                "/sign-in", Self.hidden(asked.page) + [("login", "zhoumin"), ("password", PagesUnderTest.password)])
            #expect(entered.status == 200)
            let form = try #require(entered.page.all("form").first { $0.attributes["action"] == path })
            #expect(form.attributes["method"] == "post")
            let back = try await browser.send(path, Self.hidden(browser.page))
            #expect(back.status == 200)
            let inputs = back.page.all("input")
            #expect(inputs.contains { $0.attributes["name"] == "title" && $0.attributes["value"] == "五一<汇演>\n\"第二行\"" })
            #expect(inputs.contains { $0.attributes["name"] == "participants" && $0.attributes["value"] == "120" })
            #expect(try await Self.activities(pages) == 0, "nothing is recorded by coming in")
            let sent = try await browser.send(path, Self.hidden(back.page) + Self.typed.dropFirst() + [("title", "五一汇演")])
            #expect(sent.status == 303)
            #expect(try await Self.activities(pages) == 1)
        }
    }

    @Test func `a form of a tab that was left open before another signing in comes back too`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var (path, browser) = try await Self.begin(pages, as: "zhoumin")
            let old = browser.page
            try await browser.send("/sign-out", [])
            try await browser.open("/sign-in")
            try await browser.send("/sign-in", [("login", "zhoumin"), ("password", PagesUnderTest.password)])
            let mark = old.all("input").first { $0.attributes["name"] == "csrf" }?.attributes["value"]
            let offered = try await browser.send(path, Self.hidden(old) + Self.typed, csrf: mark)
            #expect(offered.status == 403 && offered.text.contains("still here"))
            let fresh = offered.page.all("input").first { $0.attributes["name"] == "csrf" }?.attributes["value"]
            #expect(fresh != nil && fresh != mark)
            let back = try await browser.send(path, Self.hidden(offered.page), csrf: fresh)
            #expect(back.page.all("input").contains { $0.attributes["name"] == "participants" && $0.attributes["value"] == "120" })
            #expect(try await Self.activities(pages) == 0)
        }
    }

    @Test func `what another site sends is kept for nobody`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            let (path, browser) = try await Self.begin(pages, as: "zhoumin")
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for place in ["cross-site", "same-site", "none"] {
                var stranger = Browser(pages)
                let answer = try await stranger.send(path, Self.typed, headers: [site: place])
                #expect(answer.status == 403, "\(place)")
                #expect(!answer.text.contains("汇演"))
            }
            var forged = browser
            #expect(try await forged.send(path, Self.typed, csrf: "x", headers: [site: "cross-site"]).status == 403)
            for kept in ["https://example.org/?a=b", "//example.org/?a=b", "/?a=b", "x", "/organizations"] {
                var visitor = Browser(pages)
                let entered = try await visitor.send(
                    "/sign-in", [("login", "zhoumin"), ("password", PagesUnderTest.password), ("kept", kept)])
                #expect(entered.status == 303, "\(kept) leads nowhere")
            }
        }
    }
}
