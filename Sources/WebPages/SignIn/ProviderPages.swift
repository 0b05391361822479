import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Values
import Workflow

/// Coming in by an identity provider, and linking it to one's own account.
///
/// | Method | Path                        | Use case                                       |
/// |--------|-----------------------------|------------------------------------------------|
/// | POST   | `/sign-in/provider`         | `LeaveForProvider`, to sign in                 |
/// | POST   | `/activate/provider`        | `LeaveForProvider`, to take up an invitation   |
/// | POST   | `/confirm/provider`         | `LeaveForProvider`, for a fresh proof          |
/// | POST   | `/account/identities`       | `LeaveForProvider`, to link                    |
/// | GET    | `/sign-in/provider/return`  | `ReturnFromProvider`                           |
/// | POST   | `/account/identities/end`   | `UnlinkIdentity`                               |
struct ProviderPages: AccountPageSet {
    let accounts: UserAccounts
    static let signInPath = "/sign-in/provider"
    static let activationPath = "/activate/provider"
    static let confirmationPath = "/confirm/provider"
    static let linkPath = "/account/identities"
    static let unlinkPath = "/account/identities/end"
    static let returnPath = "/sign-in/provider/return"

    func add(to routes: PermittedRoutes) {
        leaving(Self.signInPath, .signIn, on: routes) { _ in .signIn }
        leaving(Self.activationPath, .activateAccount, on: routes) { fields in
            guard let token = SecretToken(text: fields.typed("invitation").trimmed) else { throw Refusal.invitationInvalid }
            return .activation(token)
        }
        leaving(Self.confirmationPath, .confirmIdentity, on: routes) { _ in .confirmation }
        leaving(Self.linkPath, .linkIdentity, on: routes) { _ in .link }
        routes.page(Self.returnPath, .act(.signIn)) { try await comeBack($0) }
        routes.on(Self.unlinkPath, method: .post, for: .act(.unlinkIdentity)) { request, context in
            let visit = Visit(request, context)
            return try await visit.pressed(on: OwnAccountPages.path) { try await unlink(visit) }
        }
    }

    /// Adds a button that leads to the provider.
    private func leaving(
        _ path: String, _ act: Act, on routes: PermittedRoutes,
        _ purpose: @escaping @Sendable (FormFields) throws -> LeaveForProvider.Purpose
    ) {
        routes.on(path, method: .post, for: .act(act)) { request, context in
            let visit = Visit(request, context)
            return try await visit.pressed(on: OwnAccountPages.path) {
                let fields = try await visit.request.formFields()
                let purpose = try purpose(fields)
                let next = purpose == .link ? OwnAccountPages.address(after: .linkIdentity) : PageAddress.local(fields.text("next"))
                do {
                    let way = try await LeaveForProvider(accounts: accounts)(
                        purpose, leadingTo: next, keeping: fields.kept?.text, from: visit.context.address, as: visit.caller)
                    return try leave(visit, by: way)
                } catch let refusal as Refusal {
                    return try sendBack(visit, fields.kept, refusal)
                }
            }
        }
    }

    /// A page that leads on by itself. A redirect would not do: browsers hold an answer to a form to the addresses that forms may go to,
    /// and those are this service's alone.
    private func leave(_ visit: Visit, by way: LeaveForProvider.Way) throws -> Response {
        var response = try visit.answer(LeaveView(way, visit.w), in: nil)
        if let name = HTTPField.Name("Refresh") { response.headers[name] = "0; url=\(way.address)" }
        return response.setting(cookie: ProviderCookie.setting(way.browser))
    }

    private func comeBack(_ visit: Visit) async throws -> Response {
        let query = visit.query
        let answer = ProviderAnswer(
            state: query.text("state").flatMap { SecretToken(text: $0) }, browser: ProviderCookie.token(of: visit.request),
            code: query.text("error") == nil ? query.text("code") : nil, issuer: query.text("iss"), address: visit.context.address,
            device: visit.request.headers[.userAgent], session: SessionCookie.token(of: visit.request))
        let result: ReturnFromProvider.Result
        do {
            result = try await ReturnFromProvider(accounts: accounts)(answer, as: visit.caller)
        } catch let refused as ReturnFromProvider.Refused {
            return try sendBack(visit, KeptForm(refused.typed), refused.refusal)
        }
        let kept = result.typed.flatMap { KeptForm($0) }
        if let session = result.session, let response = try SignInPages.goingOn(visit, kept, with: session) {
            return response.setting(cookie: ProviderCookie.removing)
        }
        let next = PageAddress.local(result.leadingTo)
        let way = result.session.map { SignInPages.nextStep($0.secondFactor, before: next) } ?? next
        let response = visit.redirect(to: way).setting(cookie: ProviderCookie.removing)
        return result.session.map(response.carrying) ?? response
    }

    /// The way in once more for somebody who did not come in, with the form that they had filled in before.
    ///
    /// - Throws: the refusal where there is no such form.
    private func sendBack(_ visit: Visit, _ kept: KeptForm?, _ refusal: Refusal) throws -> Response {
        guard let kept else { throw refusal }
        let pages = SignInPages(accounts: accounts)
        let form = visit.context.session == nil ? pages.form(after: kept) : pages.confirmForm(visit)
        var response = try form.answer(
            visit, FormFields(pairs: [(KeptForm.field, kept.text)]), faults: [FieldFault(field: "", words: refusal.pageWords(visit.w))],
            status: refusal.sort.status)
        Problem(refusal).addHeaders(to: &response.headers)
        return response.setting(cookie: ProviderCookie.removing)
    }

    private func unlink(_ visit: Visit) async throws -> Response {
        guard let token = visit.context.session?.token else { throw Refusal.signInNeeded }
        let number = try await visit.request.formFields().text("identity") ?? ""
        guard let identity = Int64(number) else { throw Refusal.notFound(.identity, number) }
        try await UnlinkIdentity(accounts: accounts)(identity, keeping: token, as: visit.caller)
        return visit.redirect(to: OwnAccountPages.address(after: .unlinkIdentity))
    }
}

extension UserAccounts {
    /// The button beside a form that leads to the provider; nil where there is none.
    func otherWay(_ label: (String) -> BilingualText, to path: String) -> AccountForm.OtherWay? {
        providerName.map { AccountForm.OtherWay(label: label($0.host), path: path) }
    }
}
