import Access
import HTTPTypes
import TestIdentityProvider
import Testing
import Values
import Workflow

@testable import WebPages

/// Coming in by an identity provider, in a browser.
@Suite struct ProviderPageTests {
    /// A person whose account is linked, and the browser in which they linked it.
    private static func linked(_ pages: PagesUnderTest, _ test: TestIdentityProvider, _ role: Role? = .hubStaff) async throws -> Browser {
        try await pages.account("zhoumin", role)
        var browser = try await pages.browser(of: "zhoumin")
        if role?.needsTwoFactors == true { try await browser.addSecondFactor() }
        try await browser.open("/account")
        let answer = try await browser.goAndComeBack(test, "/account/identities")
        #expect(answer.headers[.location] == "/account?done=link-identity", "\(answer.text)")
        return browser
    }

    @Test func `somebody links their identity while signed in, and comes in by it afterwards`() async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            var first = try await Self.linked(pages, test)
            #expect(try await first.open("/account").text.contains("person-1"))
            var browser = Browser(pages)
            let page = try await browser.open("/sign-in?next=/organizations").page
            let button = try #require(page.all("button").first { $0.attributes["formaction"] == "/sign-in/provider" })
            #expect(button.text == "Sign in with 127.0.0.1")
            let answer = try await browser.goAndComeBack(test, "/sign-in/provider", [("next", "/organizations")])
            #expect(answer.status == 303 && answer.headers[.location] == "/organizations")
            #expect(browser.cookie != nil && browser.providerCookie == nil)
            #expect(try await browser.open("/organizations").status == 200)
        }
    }

    @Test func `without a provider nothing is offered and nothing is done`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            var browser = Browser(pages)
            #expect(try await !browser.open("/sign-in").text.contains("formaction"))
            #expect(try await browser.send("/sign-in/provider", []).status == 404)
            #expect(try await browser.open("/sign-in/provider/return?code=x&state=\(String(repeating: "0", count: 64))").status == 404)
            var own = try await pages.browser(of: "zhoumin")
            #expect(try await !own.open("/account").text.contains("/account/identities"))
        }
    }

    @Test func `an address for mail or a login links nobody`() async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            try await pages.account("zhoumin@example.org", .hubStaff)
            test.change { $0.subject = "zhoumin@example.org" }
            var browser = Browser(pages)
            let answer = try await browser.goAndComeBack(test, "/sign-in/provider")
            #expect(answer.status == 401 && answer.text.contains("not linked to an account in use"))
            #expect(browser.cookie == nil)
        }
    }

    @Test func `an invitation is taken up without a password, once`() async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            let invitation = try await InviteAccount(accounts: pages.accounts)(
                try LoginName(new: "zhoumin"), displayName: "周敏", as: .localOperator)
            var browser = Browser(pages)
            #expect(try await browser.open("/activate").text.contains("formaction=\"/activate/provider\""))
            let token = [("invitation", invitation.token.text)]
            let answer = try await browser.goAndComeBack(test, "/activate/provider", token)
            #expect(answer.status == 303 && browser.cookie != nil)
            let account = try await ShowUserAccount(accounts: pages.accounts)(invitation.account.number, as: .localOperator)
            #expect(account.account.state == .active && !account.account.hasPassword && account.identities.count == 1)
            var other = Browser(pages)
            #expect(try await other.send("/activate/provider", token).status == 404)
            #expect(try await browser.open("/account").text.contains("person-1"))
        }
    }

    @Test func `roles that need two factors wait for one, unless the provider's word for it is trusted`() async throws {
        for trusted in [false, true] {
            try await PagesUnderTest.runWithProvider(secondFactorValues: trusted ? ["otp"] : []) { pages, test in
                _ = try await Self.linked(pages, test, .official)
                test.change { $0.methods = ["pwd", "otp"] }
                var browser = Browser(pages)
                let answer = try await browser.goAndComeBack(test, "/sign-in/provider")
                #expect(answer.headers[.location] == (trusted ? "/" : "/sign-in/code"))
                #expect(try await browser.open("/flagged").status == (trusted ? 200 : 303))
            }
        }
    }

    @Test func `who has no password proves anew who they are at the provider`() async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            var browser = try await Self.linked(pages, test)
            let before = browser.cookie
            let page = try await browser.open("/confirm?next=/account").page
            #expect(page.all("button").contains { $0.attributes["formaction"] == "/confirm/provider" })
            let answer = try await browser.goAndComeBack(test, "/confirm/provider", [("next", "/account")])
            #expect(answer.headers[.location] == "/account" && browser.cookie != before)
            test.change { $0.subject = "person-2" }
            try await browser.open("/confirm")
            #expect(try await browser.goAndComeBack(test, "/confirm/provider").status == 403)
        }
    }

    @Test func `an identity is one account's, and an account has one of a provider`() async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            var first = try await Self.linked(pages, test)
            try await pages.account("lihua", nil)
            var second = try await pages.browser(of: "lihua")
            try await second.open("/account")
            #expect(try await second.goAndComeBack(test, "/account/identities").status == 409)
            test.change { $0.subject = "person-2" }
            try await first.open("/account")
            #expect(try await first.goAndComeBack(test, "/account/identities").status == 409)
        }
    }

    @Test func `unlinking ends the other sessions, and the last way in stays`() async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            var browser = try await Self.linked(pages, test)
            var other = Browser(pages)
            try await other.goAndComeBack(test, "/sign-in/provider")
            try await browser.open("/account")
            let number = try #require(browser.page.all("input").first { $0.attributes["name"] == "identity" }?.attributes["value"])
            let answer = try await browser.send("/account/identities/end", [("identity", number)])
            #expect(answer.headers[.location] == "/account?done=unlink-identity")
            #expect(try await other.open("/account").status == 303)
            #expect(try await other.goAndComeBack(test, "/sign-in/provider").status == 401)
            let invitation = try await InviteAccount(accounts: pages.accounts)(
                try LoginName(new: "lihua"), displayName: "李华", as: .localOperator)
            var third = Browser(pages)
            try await third.goAndComeBack(test, "/activate/provider", [("invitation", invitation.token.text)])
            try await third.open("/account")
            let only = try #require(third.page.all("input").first { $0.attributes["name"] == "identity" }?.attributes["value"])
            #expect(try await third.send("/account/identities/end", [("identity", only)]).status == 409)
        }
    }

    @Test func `an administrator removes an identity, and who came by it is out`() async throws {
        try await PagesUnderTest.runWithProvider { pages, test in
            var browser = try await Self.linked(pages, test)
            let number = try #require(
                try await ListUserAccounts(accounts: pages.accounts)(
                    AccountFilter(login: "zhoumin"), page: PageRequest(), as: .localOperator
                ).items.first
            ).number
            try await pages.account("wangan", .securityAdministrator)
            var administrator = try await pages.browser(of: "wangan")
            try await administrator.addSecondFactor()
            try await administrator.open("/accounts/\(number)")
            let identity = try #require(
                administrator.page.all("input").first { $0.attributes["name"] == "identity" }?.attributes["value"])
            let answer = try await administrator.send("/accounts/\(number)/identities", [("identity", identity)])
            #expect(answer.headers[.location] == "/accounts/\(number)?done=remove-identity")
            #expect(try await browser.open("/account").status == 303)
        }
    }
}
