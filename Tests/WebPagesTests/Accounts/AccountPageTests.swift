import Access
import HTTPTypes
import Postgres
import Testing
import Values
import Workflow

@testable import WebPages

/// Accounts as security administrators see and change them.
@Suite struct AccountPageTests {
    private static func administrator(of pages: PagesUnderTest) async throws -> (browser: Browser, seed: String) {
        try await pages.account("anquan", .securityAdministrator)
        var browser = try await pages.browser(of: "anquan")
        let seed = try await browser.addSecondFactor()
        return (browser, seed)
    }

    @Test func `somebody is invited, given a role, kept out and let in again`() async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.administrator(of: pages).browser
            try await pages.commissionHub()
            #expect(try await browser.open("/accounts").page.texts("a").contains("Accounts"), "the navigation leads here")
            try await browser.open("/accounts/new")
            let invited = try await browser.send("/accounts/new", [("login", "lihua"), ("displayName", "李华")])
            #expect(invited.status == 200)
            #expect(invited.headers[.cacheControl] == "no-store")
            let token = try #require(invited.page.first("code")?.text)
            let account = try #require(
                invited.page.all("a").compactMap { $0.attributes["href"] }.first { $0.wholeMatch(of: /\/accounts\/\d+/) != nil })
            #expect(try await browser.open(account).text.contains(token) == false, "it is shown once")
            let again = try await browser.send("\(account)/invitation", [])
            let second = try #require(again.page.first("code")?.text)
            var person = Browser(pages)
            let password = [("password", PagesUnderTest.password)]
            #expect(try await person.send("/activate", [("invitation", token)] + password).status == 404, "another took its place")
            #expect(try await person.send("/activate", [("invitation", second)] + password).status == 303)
            try await browser.open("\(account)/roles")
            let granted = try await browser.send("\(account)/roles", [("role", "hubStaff"), ("area", "崇川区"), ("until", "2026-12-31")])
            #expect(granted.headers[.location] == "\(account)?done=grant-role", "\(granted.text)")
            person = try await pages.browser(of: "lihua")
            #expect(try await person.open("/organizations").status == 200)
            let shown = try await browser.open("\(account)?done=grant-role")
            #expect(shown.page.texts("td").contains("320613"))
            let role = try #require(shown.page.all("input").first { $0.attributes["name"] == "role" }?.attributes["value"])
            #expect(try await browser.send("\(account)/roles/end", [("role", role)]).status == 303)
            #expect(try await person.open("/organizations").status == 403)
            #expect(try await browser.send("\(account)/sessions", []).status == 303)
            #expect(try await person.open("/account").status == 303)
            person = try await pages.browser(of: "lihua")
            #expect(try await browser.send("\(account)/disabling", []).headers[.location] == "\(account)?done=disable-account")
            #expect(try await person.open("/account").status == 303)
            #expect(try await browser.open("/accounts?state=disabled").text.contains("lihua"))
            #expect(try await browser.open("/accounts?state=active&login=lih").text.contains("lihua</a>") == false)
            #expect(try await browser.send("\(account)/enabling", []).status == 303)
            person = try await pages.browser(of: "lihua")
        }
    }

    @Test func `what needs a fresh proof leads to it, and from there back to where it is asked for`() async throws {
        try await PagesUnderTest.run { pages in
            var (browser, seed) = try await Self.administrator(of: pages)
            let number = try await pages.account("lihua", .hubStaff, in: "320613")
            _ = try await pages.registry.pool.query(
                "UPDATE sessions SET created_at = created_at - interval '1 hour', confirmed_at = confirmed_at - interval '1 hour'",
                context: ["incubator.duty": "sign-in"])
            try await browser.open("/accounts/\(number)")
            let refused = try await browser.send("/accounts/\(number)/invitation", [])
            #expect(refused.headers[.location] == "/confirm?next=%2Faccounts%2F\(number)")
            // What was typed into a form goes along.
            let asked = try await browser.send("/accounts/\(number)/roles", [("role", "reviewer"), ("nation", "yes")])
            #expect(asked.status == 403 && asked.page.all("form").contains { $0.attributes["action"] == "/confirm" }, "\(asked.text)")
            let kept = asked.page.all("input").first { $0.attributes["name"] == "kept" }?.attributes["value"] ?? ""
            #expect(kept.hasPrefix("/accounts/\(number)/roles?") && kept.contains("role=reviewer"), "\(kept)")
            // The recovery codes are asked for by a button on one's own account's page.
            #expect(try await browser.send("/account/recovery-codes", []).headers[.location] == "/confirm?next=%2Faccount")
            #expect(try await browser.send("/accounts/\(number)/disabling", []).status == 303, "keeping somebody out waits for nothing")
            #expect(try await browser.send("/accounts/\(number)/enabling", []).headers[.location]?.hasPrefix("/confirm?") == true)
            try await browser.open("/confirm?next=%2Faccounts%2F\(number)")
            let code = try #require(OneTimeCode.shown(for: seed))
            let proved = try await browser.send("/confirm", [("code", code), ("next", "/accounts/\(number)")])
            #expect(proved.headers[.location] == "/accounts/\(number)")
            try await browser.open("/accounts/\(number)")
            #expect(try await browser.send("/accounts/\(number)/enabling", []).headers[.location]?.hasPrefix("/accounts/") == true)
        }
    }

    @Test(arguments: [
        ([("login", ""), ("displayName", "李华")], "field-login", 422), ([("login", "1"), ("displayName", "李华")], "field-login", 422),
        ([("login", "123456"), ("displayName", "李华")], "field-login", 422),
        ([("login", "lihua"), ("displayName", " ")], "field-displayName", 422),
        ([("login", "ＡＮＱＵＡＮ"), ("displayName", "李华")], "", 409),
    ]) func `an invitation that cannot be is sent back with why`(fields: [(String, String)], place: String, status: Int) async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.administrator(of: pages).browser
            try await browser.open("/accounts/new")
            let answer = try await browser.send("/accounts/new", fields)
            #expect(answer.status == status)
            let links = answer.page.all("a").compactMap { $0.attributes["href"] }
            #expect(place.isEmpty || links.contains("#\(place)"), "\(links)")
            #expect(!answer.text.contains("</code>"))
        }
    }

    @Test(arguments: [
        ([("role", "hubStaff")], "field-area"), ([("role", "")], "field-role"), ([("role", "mayor"), ("nation", "yes")], "field-role"),
        ([("role", "hubStaff"), ("area", "320613"), ("nation", "yes")], "field-area"),
        ([("role", "hubStaff"), ("area", "无此地")], "field-area"),
        ([("role", "hubStaff"), ("area", "320613"), ("organization", "x")], "field-organization"),
        ([("role", "hubStaff"), ("area", "320613"), ("from", "2026-08-01"), ("until", "2026-07-01")], "field-until"),
        ([("role", "securityAdministrator")], ""), ([("role", "organizationMember"), ("organization", "320613-99")], ""),
    ]) func `a grant that cannot be is sent back with why`(fields: [(String, String)], place: String) async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.administrator(of: pages).browser
            let number = try await pages.account("lihua", .reviewer, in: "320613")
            try await browser.open("/accounts/\(number)/roles")
            let answer = try await browser.send("/accounts/\(number)/roles", fields)
            #expect([404, 409, 422].contains(answer.status), "\(answer.status)")
            let links = answer.page.all("a").compactMap { $0.attributes["href"] }
            #expect(place.isEmpty || links.contains("#\(place)"), "\(answer.text)")
        }
    }

    @Test(arguments: ["0", "-1", "x", "99999999999999999999", "4000"]) func `an account that there is not has no page and no button`(
        key: String
    ) async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.administrator(of: pages).browser
            let shown = try await browser.open("/accounts/\(key)")
            #expect(shown.status == 404)
            for path in ["invitation", "disabling", "enabling", "sessions"] {
                let answer = try await browser.send("/accounts/\(key)/\(path)", [])
                #expect(answer.status == 404, "\(path)")
            }
            for (path, name) in [("roles/end", "role"), ("tokens", "token")] {
                for value in ["", "x", "-1", "4000"] {
                    let answer = try await browser.send("/accounts/1/\(path)", [(name, value)])
                    #expect(answer.status == 404, "\(path) \(value)")
                }
            }
        }
    }

    @Test func `who may look sees no button, and who may not sees nothing`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.account("lihua", .hubStaff, in: "320613")
            try await pages.account("shenji", .auditAdministrator)
            var auditor = try await pages.browser(of: "shenji")
            try await auditor.addSecondFactor()
            let shown = try await auditor.open("/accounts/\(number)")
            #expect(shown.status == 200)
            let actions = shown.page.all("form").compactMap { $0.attributes["action"] }
            #expect(actions.allSatisfy { !$0.hasPrefix("/accounts/") }, "\(actions)")
            #expect(try await auditor.open("/accounts").text.contains("/accounts/new") == false)
            #expect(try await auditor.send("/accounts/\(number)/disabling", []).status == 403)
            var staff = try await pages.browser(of: "lihua")
            #expect(try await staff.open("/organizations").text.contains("\"/accounts\"") == false)
            #expect(try await staff.open("/accounts").status == 403)
            #expect(try await staff.open("/accounts/\(number)").status == 403)
        }
    }

    @Test func `nobody administers the own account`() async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.administrator(of: pages).browser
            let shown = try await browser.open("/accounts/1")
            let actions = shown.page.all("form").compactMap { $0.attributes["action"] }
            #expect(actions.allSatisfy { !$0.hasPrefix("/accounts/") })
            #expect(try await browser.send("/accounts/1/disabling", []).status == 403)
        }
    }
}
