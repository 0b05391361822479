import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Values
import Workflow

/// Coming in and leaving.
///
/// | Method    | Path            | Use case                                     |
/// |-----------|-----------------|----------------------------------------------|
/// | GET, POST | `/sign-in`      | `SignIn`                                     |
/// | GET, POST | `/sign-in/code` | `ConfirmIdentity`, by the second factor      |
/// | GET, POST | `/confirm`      | `ConfirmIdentity`, before what needs a fresh proof |
/// | POST      | `/sign-out`     | `SignOut`                                    |
struct SignInPages: AccountPageSet {
    let accounts: UserAccounts
    static let path = "/sign-in"
    static let codePath = "/sign-in/code"
    static let confirmPath = "/confirm"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .act(.signIn)) { visit in
            let next = PageAddress.local(visit.query.text("next"))
            if visit.context.session != nil { return visit.redirect(to: next) }
            return try form().answer(
                visit, next: next, notice: visit.query.text("done") == "activated" ? visit.w(Catalogue.signIn.activated) : nil)
        }
        routes.on(Self.path, method: .post, for: .act(.signIn)) { request, context in try await signIn(Visit(request, context)) }
        routes.page(Self.codePath, .act(.confirmIdentity)) { visit in
            try Self.codeForm.answer(visit, next: PageAddress.local(visit.query.text("next")))
        }
        routes.on(Self.codePath, method: .post, for: .act(.confirmIdentity)) { request, context in
            try await confirm(Visit(request, context), by: Self.codeForm)
        }
        routes.page(Self.confirmPath, .act(.confirmIdentity)) { visit in
            try confirmForm(visit).answer(visit, next: PageAddress.local(visit.query.text("next")))
        }
        routes.on(Self.confirmPath, method: .post, for: .act(.confirmIdentity)) { request, context in
            let visit = Visit(request, context)
            return try await confirm(visit, by: confirmForm(visit))
        }
        routes.on("/sign-out", method: .post, for: .act(.signOut)) { request, context in try await signOut(Visit(request, context)) }
    }

    /// The way in that leads back to where somebody is.
    static func address(leadingTo visit: Visit) -> String {
        let next = visit.request.method == .get ? visit.fullAddress : PageAddress.local(visit.path)
        return PageAddress.of(path, next == "/" ? [] : [("next", next)])
    }

    /// The way in, by a password or by the provider.
    ///
    /// - Parameter kept: in the middle of which form a session has ended; nil for somebody who only wants to come in.
    func form(after kept: KeptForm? = nil) -> AccountForm {
        let words = Catalogue.signIn
        let lost = kept.map { $0.file.map { Catalogue.forms.joined(words.lostLead, words.chooseAgain($0)) } ?? words.lostLead }
        return AccountForm(
            path: Self.path, title: words.title, lead: lost ?? words.lead,
            fields: [
                FormField(name: "login", label: words.login, kind: .login, longest: 128),
                FormField(name: "password", label: words.password, kind: .password(isNew: false)),
            ], submit: Catalogue.frame.signIn, otherWay: accounts.otherWay(Catalogue.providers.signIn, to: ProviderPages.signInPath))
    }

    static let codeForm = AccountForm(
        path: codePath, title: Catalogue.signIn.codeTitle, lead: Catalogue.signIn.codeLead, fields: [codeField],
        submit: Catalogue.signIn.goOn)

    private static let codeField = FormField(name: "code", label: Catalogue.signIn.code, kind: .code, longest: 40)

    /// Asks for the second factor where the session has one, else for the password.
    func confirmForm(_ visit: Visit) -> AccountForm {
        let password = FormField(name: "password", label: Catalogue.signIn.password, kind: .password(isNew: false))
        let isTwoFactor = visit.context.session?.found.secondFactor == .given
        return AccountForm(
            path: Self.confirmPath, title: Catalogue.signIn.confirmTitle, lead: Catalogue.signIn.confirmLead,
            fields: [isTwoFactor ? Self.codeField : password], submit: Catalogue.signIn.goOn,
            otherWay: isTwoFactor ? nil : accounts.otherWay(Catalogue.providers.confirm, to: ProviderPages.confirmationPath))
    }

    private func signIn(_ visit: Visit) async throws -> Response {
        try await form().take(visit, accounts.registry) { typed, next in
            let attempt = SignInAttempt(
                login: typed.typed("login"), password: typed.typed("password"), address: visit.context.address,
                device: visit.request.headers[.userAgent], replaced: SessionCookie.token(of: visit.request))
            let session = try await SignIn(accounts: accounts)(attempt, as: .visitor)
            return try Self.goingOn(visit, typed.kept, with: session)
                ?? visit.redirect(to: Self.nextStep(session.secondFactor, before: next), carrying: session)
        }
    }

    /// The way back to a form that was kept, by the second factor where that is missing; nil where there is none.
    static func goingOn(_ visit: Visit, _ kept: KeptForm?, with session: NewSession) throws -> Response? {
        guard let kept else { return nil }
        var visit = visit
        visit.csrf = session.csrf
        return try kept.goOn(visit, session.secondFactor).carrying(session)
    }

    /// What comes before the page that somebody wants, when their second factor is missing.
    static func nextStep(_ state: SecondFactorState, before next: String) -> String {
        let wanted = next == "/" ? [] : [(name: "next", value: next)]
        return switch state {
        case .needed: PageAddress.of(codePath, wanted)
        case .toSetUp: SecondFactorPages.path
        case .given, .notNeeded: next
        }
    }

    private func confirm(_ visit: Visit, by form: AccountForm) async throws -> Response {
        try await form.take(visit, accounts.registry) { typed, next in
            guard let token = visit.context.session?.token else { throw Refusal.signInNeeded }
            let code = typed.text("code").map { ConfirmIdentity.Proof.code($0) }
            let session = try await ConfirmIdentity(accounts: accounts)(
                code ?? .password(typed.typed("password")), of: token, as: visit.caller)
            return try Self.goingOn(visit, typed.kept, with: session) ?? visit.redirect(to: next, carrying: session)
        }
    }

    private func signOut(_ visit: Visit) async throws -> Response {
        if let token = visit.context.session?.token { try await SignOut(accounts: accounts)(token, as: visit.caller) }
        var response = visit.redirect(to: "/")
        response.headers.append(HTTPField(name: .setCookie, value: SessionCookie.removing))
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\"" }
        return response
    }
}
