import Access
import HTTPSupport
import HTTPTypes
import Testing
import Values
import Workflow

@testable import WebPages

/// Coming in by a browser, being kept out, and leaving.
@Suite struct SignInPageTests {
    @Test func `somebody signs in, comes to the page that they wanted, and signs out`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = Browser(pages)
            let refused = try await browser.open("/organizations?q=%E5%90%88")
            #expect(refused.status == 303)
            #expect(refused.headers[.location] == "/sign-in?next=%2Forganizations%3Fq%3D%25E5%2590%2588")
            try await browser.open(refused.headers[.location] ?? "")
            let wanted = browser.page.all("input").first { $0.attributes["name"] == "next" }?.attributes["value"]
            let entered = try await browser.send(
                "/sign-in", [("login", " ZHOUMIN"), ("password", PagesUnderTest.password), ("next", wanted ?? "")])
            #expect(entered.status == 303)
            #expect(entered.headers[.location] == "/organizations?q=%E5%90%88")
            let cookie = try #require(entered.headers[values: .setCookie].first { $0.hasPrefix("__Host-session=") })
            #expect(cookie.hasSuffix("; Path=/; SameSite=Lax; Secure; HttpOnly"))
            #expect(try await browser.open("/organizations").status == 200)
            let before = browser.cookie
            let left = try await browser.send("/sign-out", [])
            #expect(left.status == 303 && browser.cookie == nil)
            #expect(left.headers[try #require(HTTPField.Name("Clear-Site-Data"))] == "\"cache\"")
            #expect(try await pages.get("/organizations", headers: [.cookie: before ?? ""], as: .visitor).status == 303)
        }
    }

    @Test func `a wrong login and a wrong password are told apart by nothing`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var texts: Set<String> = []
            for (login, password) in [("zhoumin", "wrong-password"), ("nobody", "wrong-password"), ("nobody", PagesUnderTest.password)] {
                var browser = Browser(pages)
                let answer = try await browser.send("/sign-in", [("login", login), ("password", password)])
                #expect(browser.cookie == nil)
                #expect(!answer.text.contains(password))
                texts.insert("\(answer.status) " + answer.text.replacing(login, with: "…"))
            }
            #expect(texts.count == 1)
        }
    }

    @Test func `whoever tries too often waits, and is told how long`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = Browser(pages)
            var statuses: [Int] = []
            for _ in 1...12 { statuses.append(try await browser.send("/sign-in", [("login", "zhoumin"), ("password", "wrong")]).status) }
            #expect(statuses.prefix(10).allSatisfy { $0 != 429 } && statuses.last == 429)
            let waiting = try await browser.send("/sign-in", [("login", "zhoumin"), ("password", PagesUnderTest.password)])
            #expect(waiting.status == 429 && waiting.headers[.retryAfter].flatMap { Int($0) } != nil)
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x", "/a\nb", "\t/", "", "/%0A/\u{202E}",
    ]) func `nobody is led to another site`(next: String) async throws {
        #expect(PageAddress.local(next) == "/")
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = Browser(pages)
            let answer = try await browser.send(
                "/sign-in", [("login", "zhoumin"), ("password", PagesUnderTest.password), ("next", next)])
            #expect(answer.headers[.location] == "/")
        }
    }

    @Test func `a password's field hides it, and takes what a password manager fills in`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = Browser(pages)
            try await browser.open("/sign-in")
            func fields() -> [String] {
                browser.page.all("input").filter { $0.attributes["type"] != "hidden" }.map { input in
                    let (name, type) = (input.attributes["name"] ?? "", input.attributes["type"] ?? "text")
                    return "\(name) \(type) \(input.attributes["autocomplete"] ?? "")"
                }
            }
            #expect(fields() == ["login text username", "password password current-password"])
            browser = try await pages.browser(of: "zhoumin")
            try await browser.open("/account/password")
            #expect(fields() == ["password password current-password", "newPassword password new-password"])
            let longest = browser.page.all("input").compactMap { $0.attributes["type"] == "password" ? $0.attributes["maxlength"] : nil }
            #expect(longest.allSatisfy { (Int($0) ?? 0) >= 128 }, "\(longest)")
        }
    }

    @Test func `signing out is on every page of somebody signed in`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = try await pages.browser(of: "zhoumin")
            for path in ["/", "/organizations", "/pending", "/account", "/account/password", "/directory", "/status", "/nowhere"] {
                let page = try await browser.open(path).page
                #expect(page.all("form").contains { $0.attributes["action"] == "/sign-out" }, "\(path)")
            }
        }
    }

    @Test func `a session that was there before is worth nothing after signing in`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = try await pages.browser(of: "zhoumin")
            let before = browser.cookie ?? ""
            try await browser.open("/account")
            try await browser.send("/sign-in", [("login", "zhoumin"), ("password", PagesUnderTest.password)])
            #expect(browser.cookie != before)
            #expect(try await pages.get("/account", headers: [.cookie: before], as: .visitor).status == 303)
            #expect(try await browser.open("/account").status == 200)
        }
    }

    @Test func `what another site sends through a browser is refused, whichever form it is`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = try await pages.browser(of: "zhoumin")
            try await browser.open("/account")
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for path in ["/sign-out", "/account/sessions", "/organizations/new", "/imports", "/account/second-factor"] {
                #expect(try await browser.send(path, [], csrf: "").status == 403, "\(path) without the mark")
                #expect(try await browser.send(path, [], csrf: String(repeating: "0", count: 64)).status == 403, "\(path) with another")
                for origin in ["cross-site", "same-site", "none"] {
                    #expect(try await browser.send(path, [], headers: [site: origin]).status == 403, "\(path) from \(origin)")
                }
            }
            #expect(try await browser.open("/account").status == 200, "still signed in")
            #expect(try await browser.send("/sign-out", []).status == 303)
        }
    }

    @Test func `every form that changes something carries the mark`() throws {
        let templates = PageFile.all(in: "Templates", ending: ".mustache").filter { $0.value.text.contains("method=\"post\"") }
        #expect(templates.count > 5)
        for (name, file) in templates {
            for form in file.text.split(separator: "method=\"post\"", omittingEmptySubsequences: false).dropFirst() {
                let end = try #require(form.firstIndex(of: ">"))
                #expect(form[form.index(after: end)...].hasPrefix("{{>csrf}}"), "\(name)")
            }
        }
    }
}
