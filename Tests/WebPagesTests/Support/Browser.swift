import Access
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

/// A browser that keeps its session's cookie and sends forms with everything that they hold.
struct Browser: Sendable {
    let pages: PagesUnderTest
    private(set) var cookie: String?
    /// What it keeps on a way to an identity provider.
    private(set) var providerCookie: String?
    private(set) var page = HTMLPage("")

    init(_ pages: PagesUnderTest) {
        self.pages = pages
    }

    var headers: HTTPFields {
        let cookies = [cookie, providerCookie].compactMap(\.self)
        return cookies.isEmpty ? [:] : [.cookie: cookies.joined(separator: "; ")]
    }

    @discardableResult mutating func open(_ path: String) async throws -> PagesUnderTest.Answer {
        keep(try await pages.get(path, language: .english, headers: headers, as: .visitor))
    }

    /// Sends a form, by default with the token that the page before held.
    @discardableResult mutating func send(
        _ path: String, _ fields: [(String, String)], csrf: String? = nil, headers more: HTTPFields = [:]
    ) async throws -> PagesUnderTest.Answer {
        let token = csrf ?? page.all("input").first { $0.attributes["name"] == "csrf" }?.attributes["value"]
        var headers = headers
        for field in more { headers[field.name] = field.value }
        if cookie == nil { headers[PagesUnderTest.visitor] = "yes" }
        return keep(
            try await pages.post(path, (token.map { [("csrf", $0)] } ?? []) + fields, language: .english, headers: headers))
    }

    private mutating func keep(_ answer: PagesUnderTest.Answer) -> PagesUnderTest.Answer {
        for value in answer.headers[values: .setCookie] where value.hasPrefix("__Host-session=") {
            let pair = String(value.prefix { $0 != ";" })
            cookie = pair == "__Host-session=" ? nil : pair
        }
        for value in answer.headers[values: .setCookie] where value.hasPrefix("__Host-provider=") {
            let pair = String(value.prefix { $0 != ";" })
            providerCookie = pair == "__Host-provider=" ? nil : pair
        }
        if answer.status == 200 { page = answer.page }
        return answer
    }
}

extension PagesUnderTest {
    static let password = "Lingshi-2026-Kuaile"

    /// Makes an account with a role, active.
    @discardableResult func account(_ login: String, _ role: Role?, in area: String = "32") async throws -> AccountNumber {
        let invitation = try await InviteAccount(accounts: accounts)(try LoginName(new: login), displayName: "周敏", as: .localOperator)
        if let role {
            if role.isOfHub { try await commissionHub() }
            let scope: Scope = role.isAdministrator ? .nation : .area(try #require(AreaCode(area)))
            _ = try await GrantRole(accounts: accounts)(
                RoleGrant(role: role, scope: scope), to: invitation.account.number, as: .localOperator)
        }
        _ = try await ActivateAccount(accounts: accounts)(invitation.token, password: Self.password, from: "test", as: .localOperator)
        return invitation.account.number
    }

    /// By whose contract a hub's people hold their roles.
    func commissionHub() async throws {
        let day = try #require(Day(iso: "2020-01-01"))
        let contract = HubContract(
            hub: "第一枢纽", purchaser: "民政局", area: try #require(AreaCode("32")), from: day, until: try #require(Day(iso: "2040-12-31")))
        _ = try await RecordContract(registry: registry)(contract, as: .localOperator)
    }

    /// A browser in which somebody has come in.
    func browser(of login: String) async throws -> Browser {
        var browser = Browser(self)
        try await browser.open("/sign-in")
        let answer = try await browser.send("/sign-in", [("login", login), ("password", Self.password)])
        try #require(answer.status == 303 && browser.cookie != nil, "\(answer.status)")
        return browser
    }

    /// Who has come in by a browser; nil for nobody.
    func caller(of browser: Browser) async throws -> Caller? {
        guard let text = browser.cookie?.split(separator: "=").last, let token = SecretToken(text: text) else { return nil }
        return try await IdentifyCaller(accounts: accounts).session(token)?.caller
    }
}
