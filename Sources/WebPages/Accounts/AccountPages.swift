import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// Other people's accounts.
///
/// | Method | Path                              | Use case             |
/// |--------|-----------------------------------|----------------------|
/// | GET    | `/accounts`                       | `ListUserAccounts`   |
/// | GET    | `/accounts/{account}`             | `ShowUserAccount`    |
/// | POST   | `/accounts/{account}/invitation`  | `RenewInvitation`    |
/// | POST   | `/accounts/{account}/roles/end`   | `EndRole`            |
/// | POST   | `/accounts/{account}/disabling`   | `DisableAccount`     |
/// | POST   | `/accounts/{account}/enabling`    | `EnableAccount`      |
/// | POST   | `/accounts/{account}/sessions`    | `EndAccountSessions` |
/// | POST   | `/accounts/{account}/tokens`      | `RevokeAccountToken` |
/// | POST   | `/accounts/{account}/identities`  | `RemoveIdentity`     |
struct AccountPages: AccountPageSet {
    let accounts: UserAccounts
    private static let pageSize = 60

    func add(to routes: PermittedRoutes) {
        routes.page(SitePart.accounts.path, .reading(.listUserAccounts)) { visit in
            let filter = AccountFilter(
                state: try visit.query.code("state", AccountState.self), login: visit.query.text("login"))
            let found = try await ListUserAccounts(accounts: accounts)(
                filter, page: try visit.page(size: Self.pageSize), as: visit.caller)
            return try visit.answer(AccountsView(filter, found, visit), in: .accounts)
        }
        routes.page("/accounts/{account}", .reading(.showUserAccount)) { visit in
            let file = try await ShowUserAccount(accounts: accounts)(try visit.account(), as: visit.caller)
            let notice = visit.query.text("done").flatMap { Act(rawValue: $0) }.map { visit.w($0.words) }
            return try visit.answer(AccountView(file, on: accounts.registry.today, visit), in: .accounts, notice: notice)
        }
        button("invitation", .renewInvitation, on: routes) { visit, number in
            let isLost = try await visit.request.formFields().text("secondFactorLost") != nil
            let invitation = try await RenewInvitation(accounts: accounts)(number, secondFactorLost: isLost, as: visit.caller)
            return try visit.answer(InvitationView(invitation, visit.w), in: .accounts)
        }
        addStates(to: routes)
        addNumbered(to: routes)
    }

    private func addStates(to routes: PermittedRoutes) {
        button("disabling", .disableAccount, on: routes) { visit, number in
            _ = try await DisableAccount(accounts: accounts)(number, as: visit.caller)
            return visit.redirect(to: Self.address(of: number, after: .disableAccount))
        }
        button("enabling", .enableAccount, on: routes) { visit, number in
            _ = try await EnableAccount(accounts: accounts)(number, as: visit.caller)
            return visit.redirect(to: Self.address(of: number, after: .enableAccount))
        }
        button("sessions", .endAccountSessions, on: routes) { visit, number in
            _ = try await EndAccountSessions(accounts: accounts)(number, as: visit.caller)
            return visit.redirect(to: Self.address(of: number, after: .endAccountSessions))
        }
    }

    private func addNumbered(to routes: PermittedRoutes) {
        button("roles/end", .endRole, on: routes) { visit, number in
            let role = try await visit.number("role", of: .roleHolding)
            _ = try await EndRole(accounts: accounts)(role, of: number, last: nil, as: visit.caller)
            return visit.redirect(to: Self.address(of: number, after: .endRole))
        }
        button("tokens", .revokeAccountToken, on: routes) { visit, number in
            let token = try await visit.number("token", of: .apiToken)
            try await RevokeAccountToken(accounts: accounts)(token, of: number, as: visit.caller)
            return visit.redirect(to: Self.address(of: number, after: .revokeAccountToken))
        }
        button("identities", .removeIdentity, on: routes) { visit, number in
            let identity = try await visit.number("identity", of: .identity)
            _ = try await RemoveIdentity(accounts: accounts)(identity, of: number, as: visit.caller)
            return visit.redirect(to: Self.address(of: number, after: .removeIdentity))
        }
    }

    /// Adds what a button on an account's page does.
    private func button(
        _ path: String, _ act: Act, on routes: PermittedRoutes,
        _ handler: @escaping @Sendable (Visit, AccountNumber) async throws -> Response
    ) {
        routes.on("/accounts/{account}/\(path)", method: .post, for: .act(act)) { request, context in
            let visit = Visit(request, context)
            let number = try visit.account()
            return try await visit.pressed(on: Self.address(of: number)) { try await handler(visit, number) }
        }
    }

    static func address(of number: AccountNumber) -> String { "\(SitePart.accounts.path)/\(number)" }

    static func address(of number: AccountNumber, after act: Act) -> String {
        PageAddress.of(address(of: number), [("done", act.rawValue)])
    }
}

extension Visit {
    /// The account that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well.
    func account() throws(Refusal) -> AccountNumber {
        let text = key("account")
        guard let number = Int64(text).flatMap({ AccountNumber(rawValue: $0) }) else { throw .notFound(.account, text) }
        return number
    }

    /// The number that a button carries.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well.
    fileprivate func number(_ name: String, of subject: Refusal.Subject) async throws -> Int64 {
        let text = try await request.formFields().text(name) ?? ""
        guard let number = Int64(text), number > 0 else { throw Refusal.notFound(subject, text) }
        return number
    }

    /// Does what a button asks for. Who has to prove first who they are comes back to the page on which it stands, because a button has no
    /// page of its own.
    func pressed(on page: String, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let refusal as Refusal where refusal == .confirmationNeeded {
            return redirect(to: PageAddress.of(SignInPages.confirmPath, [("next", page)]))
        }
    }
}
