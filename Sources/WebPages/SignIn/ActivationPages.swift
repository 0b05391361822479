import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// Taking up an invitation.
///
/// | Method    | Path        | Use case          |
/// |-----------|-------------|-------------------|
/// | GET, POST | `/activate` | `ActivateAccount` |
struct ActivationPages: AccountPageSet {
    let accounts: UserAccounts
    static let path = "/activate"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .act(.activateAccount)) { visit in try form.answer(visit) }
        routes.on(Self.path, method: .post, for: .act(.activateAccount)) { request, context in
            try await activate(Visit(request, context))
        }
    }

    private var form: AccountForm {
        var form = Self.form
        form.otherWay = accounts.otherWay(Catalogue.providers.activate, to: ProviderPages.activationPath)
        return form
    }

    /// The invitation is typed or pasted in, and not part of an address that browsers and proxies remember.
    private static let form = AccountForm(
        path: path, title: Catalogue.signIn.activateTitle, lead: Catalogue.signIn.activateLead,
        fields: [
            FormField(name: "invitation", label: Catalogue.signIn.invitation, kind: .password(isNew: true)),
            FormField(
                name: "password", label: Catalogue.signIn.newPassword, kind: .password(isNew: true), hint: Catalogue.signIn.passwordHint),
        ], submit: Catalogue.signIn.activate)

    private func activate(_ visit: Visit) async throws -> Response {
        try await form.take(visit, accounts.registry) { typed, _ in
            guard let token = SecretToken(text: typed.typed("invitation").trimmed) else { throw Refusal.invitationInvalid }
            _ = try await ActivateAccount(accounts: accounts)(
                token, password: typed.typed("password"), from: visit.context.address, as: .visitor)
            return visit.redirect(to: PageAddress.of(SignInPages.path, [("done", "activated")]))
        }
    }
}
