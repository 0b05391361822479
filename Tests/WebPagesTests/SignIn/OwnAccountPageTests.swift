import Access
import HTTPTypes
import Testing
import Values

@testable import WebPages
@testable import Workflow

/// One's own account in the browser: invitation, password, second factor, sessions.
@Suite struct OwnAccountPageTests {
    @Test func `an invitation is taken up in the browser, once`() async throws {
        try await PagesUnderTest.run { pages in
            let invitation = try await InviteAccount(accounts: pages.accounts)(
                try LoginName(new: "lihua"), displayName: "李华", as: .localOperator)
            var browser = Browser(pages)
            try await browser.open("/activate")
            let weak = try await browser.send("/activate", [("invitation", invitation.token.text), ("password", "12345678")])
            #expect(weak.status == 422 && !weak.text.contains("12345678"))
            let fields = [("invitation", " \(invitation.token.text) "), ("password", PagesUnderTest.password)]
            let done = try await browser.send("/activate", fields)
            #expect(done.headers[.location] == "/sign-in?done=activated")
            #expect(try await browser.send("/activate", fields).status == 404)
            browser = try await pages.browser(of: "lihua")
            #expect(try await browser.open("/account").text.contains("lihua"))
        }
    }

    @Test func `a role that decides is worth nothing before its second factor is set up`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("wangke", .official)
            var browser = Browser(pages)
            let entered = try await browser.send("/sign-in", [("login", "wangke"), ("password", PagesUnderTest.password)])
            #expect(entered.headers[.location] == "/account/second-factor")
            #expect(try await browser.open("/flagged").headers[.location] == "/account/second-factor")
            try await browser.open("/account/second-factor")
            let offer = try await browser.send("/account/second-factor", [])
            let seed = try #require(offer.page.first("code")?.text.filter { $0 != " " })
            let wrong = try await browser.send("/account/second-factor/code", [("code", "000000")])
            #expect(wrong.status == 422 || wrong.status == 403)
            let code = try #require(OneTimeCode.shown(for: seed))
            let done = try await browser.send("/account/second-factor/code", [("code", code)])
            #expect(done.status == 200)
            #expect(done.page.all("code").count == RecoveryCode.count)
            #expect(try await browser.open("/flagged").status == 200)
            // The page with the codes carried the mark of the session that came with it.
            #expect(try await browser.send("/sign-out", []).status == 303)
            let again = try await browser.send(
                "/sign-in", [("login", "wangke"), ("password", PagesUnderTest.password), ("next", "/flagged")])
            #expect(again.headers[.location] == "/sign-in/code?next=%2Fflagged")
            #expect(try await browser.open("/flagged").headers[.location] == "/sign-in/code?next=%2Fflagged")
            try await browser.open("/sign-in/code?next=%2Fflagged")
            #expect(try await browser.send("/sign-in/code", [("code", code)]).status != 303, "a code counts once")
            let recovery = try #require(done.page.all("code").first?.text)
            #expect(try await browser.send("/sign-in/code", [("code", recovery), ("next", "/flagged")]).headers[.location] == "/flagged")
            #expect(try await browser.open("/flagged").status == 200)
        }
    }

    @Test func `other sessions are ended, and a new password ends them too`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var mine = try await pages.browser(of: "zhoumin")
            var other = try await pages.browser(of: "zhoumin")
            try await mine.open("/account")
            #expect(try await mine.send("/account/sessions", []).status == 303)
            #expect(try await other.open("/account").status == 303)
            #expect(try await mine.open("/account").status == 200)
            other = try await pages.browser(of: "zhoumin")
            let old = mine.cookie
            let changed = try await mine.send(
                "/account/password", [("password", PagesUnderTest.password), ("newPassword", "Chunjiang-huayueye")])
            #expect(changed.status == 303 && mine.cookie != old)
            #expect(try await other.open("/account").status == 303)
            #expect(try await mine.open("/account").status == 200)
        }
    }
}
