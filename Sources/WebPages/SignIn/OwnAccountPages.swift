import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// Somebody's own account.
///
/// | Method    | Path                | Use case         |
/// |-----------|---------------------|------------------|
/// | GET       | `/account`          | `ShowOwnAccount` |
/// | POST      | `/account/sessions` | `EndOwnSessions` |
/// | POST      | `/account/tokens`   | `RevokeOwnToken` |
/// | GET, POST | `/account/password` | `ChangePassword` |
struct OwnAccountPages: AccountPageSet {
    let accounts: UserAccounts
    static let path = "/account"
    static let sessionsPath = "/account/sessions"
    static let tokensPath = "/account/tokens"
    static let passwordPath = "/account/password"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.showOwnAccount)) { visit in
            let file = try await ShowOwnAccount(accounts: accounts)(as: visit.caller)
            let notice = visit.query.text("done").flatMap { Act(rawValue: $0) }.map { visit.w($0.words) }
            return try visit.answer(OwnAccountView(file, linkableTo: accounts.providerName, visit), in: nil, notice: notice)
        }
        routes.on(Self.sessionsPath, method: .post, for: .act(.endOwnSessions)) { request, context in
            try await endSessions(Visit(request, context))
        }
        routes.on(Self.tokensPath, method: .post, for: .act(.revokeOwnToken)) { request, context in
            let visit = Visit(request, context)
            let number = try await visit.request.formFields().text("token") ?? ""
            guard let token = Int64(number) else { throw Refusal.notFound(.apiToken, number) }
            try await RevokeOwnToken(accounts: accounts)(token, as: visit.caller)
            return visit.redirect(to: Self.address(after: .revokeOwnToken))
        }
        routes.page(Self.passwordPath, .act(.changePassword)) { visit in try Self.passwordForm.answer(visit) }
        routes.on(Self.passwordPath, method: .post, for: .act(.changePassword)) { request, context in
            try await changePassword(Visit(request, context))
        }
    }

    static func address(after act: Act) -> String { PageAddress.of(path, [("done", act.rawValue)]) }

    private static let passwordForm = AccountForm(
        path: passwordPath, title: Catalogue.signIn.passwordTitle, lead: Catalogue.signIn.passwordLead,
        fields: [
            FormField(name: "password", label: Catalogue.signIn.oldPassword, kind: .password(isNew: false)),
            FormField(
                name: "newPassword", label: Catalogue.signIn.newPassword, kind: .password(isNew: true),
                hint: Catalogue.signIn.passwordHint),
        ], submit: Catalogue.forms.save, back: .account)

    private func endSessions(_ visit: Visit) async throws -> Response {
        guard let token = visit.context.session?.token else { throw Refusal.signInNeeded }
        let number = try await visit.request.formFields().text("session")
        let choice = try number.map { text -> EndOwnSessions.Choice in
            guard let number = Int64(text) else { throw Refusal.notFound(.session, text) }
            return .one(number)
        }
        try await EndOwnSessions(accounts: accounts)(choice ?? .allBut(token), as: visit.caller)
        return visit.redirect(to: Self.address(after: .endOwnSessions))
    }

    private func changePassword(_ visit: Visit) async throws -> Response {
        try await Self.passwordForm.take(visit, accounts.registry) { typed, _ in
            guard let token = visit.context.session?.token else { throw Refusal.signInNeeded }
            let session = try await ChangePassword(accounts: accounts)(
                from: typed.typed("password"), to: typed.typed("newPassword"), of: token, as: visit.caller)
            return visit.redirect(to: Self.address(after: .changePassword), carrying: session)
        }
    }
}
