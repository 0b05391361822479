import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// Other people's accounts, for security administrators. An invitation is a secret: it takes no `Idempotency-Key`, and is renewed when its
/// answer was lost.
///
/// | Method | Path                                | Use case             |
/// |--------|-------------------------------------|----------------------|
/// | GET    | `/accounts`                         | `ListUserAccounts`   |
/// | POST   | `/accounts`                         | `InviteAccount`      |
/// | GET    | `/accounts/{account}`               | `ShowUserAccount`    |
/// | POST   | `/accounts/{account}/invitation`    | `RenewInvitation`    |
/// | POST   | `/accounts/{account}/roles`         | `GrantRole`          |
/// | DELETE | `/accounts/{account}/roles/{role}`  | `EndRole`            |
/// | POST   | `/accounts/{account}/disabling`     | `DisableAccount`     |
/// | POST   | `/accounts/{account}/enabling`      | `EnableAccount`      |
/// | DELETE | `/accounts/{account}/sessions`      | `EndAccountSessions` |
/// | DELETE | `/accounts/{account}/tokens/{token}` | `RevokeAccountToken` |
/// | DELETE | `/accounts/{account}/identities/{identity}` | `RemoveIdentity` |
struct AccountRoutes: AccountRouteSet {
    let accounts: UserAccounts

    func add(to router: PermittedRoutes) {
        router.api(.get, "/accounts", .reading(.listUserAccounts)) { request, context in
            let (filter, page) = try QueryFields.read(request) { (query) throws(Refusal) in
                (AccountFilter(state: try query.code("state", AccountState.self), login: query.text("login")), try query.page())
            }
            return .page(try await ListUserAccounts(accounts: accounts)(filter, page: page, as: context.caller), for: request)
        }
        router.secretAPI(.post, "/accounts", .act(.inviteAccount)) { request, context in
            let (login, name) = try await request.object { (fields) throws(Refusal) in
                (try LoginName(new: try fields.value("login", .text(longest: 64))), try fields.value("displayName", .text(longest: 100)))
            }
            let invitation = try await InviteAccount(accounts: accounts)(login, displayName: name, as: context.caller)
            return .created(invitation, at: invitation.account.number.location)
        }
        router.api(.get, "/accounts/{account}", .reading(.showUserAccount)) { request, context in
            .value(try await ShowUserAccount(accounts: accounts)(try context.account(), as: context.caller), for: request)
        }
        router.secretAPI(.post, "/accounts/{account}/invitation", .act(.renewInvitation)) { request, context in
            let number = try context.account()
            let isLost = try await request.object { (fields) throws(Refusal) in try fields.optional("secondFactorLost", .boolean) ?? false }
            let invitation = try await RenewInvitation(accounts: accounts)(number, secondFactorLost: isLost, as: context.caller)
            return .created(invitation, at: number.location)
        }
        addRoles(to: router)
        addStates(to: router)
        router.api(.delete, "/accounts/{account}/sessions", .act(.endAccountSessions)) { _, context in
            let ended = try await EndAccountSessions(accounts: accounts)(try context.account(), as: context.caller)
            return .json { json in json.object { $0.member("ended", ended) } }
        }
        router.api(.delete, "/accounts/{account}/tokens/{token}", .act(.revokeAccountToken)) { _, context in
            let number = try context.account()
            try await RevokeAccountToken(accounts: accounts)(try context.number("token", of: .apiToken), of: number, as: context.caller)
            return Response(status: .noContent)
        }
        router.api(.delete, "/accounts/{account}/identities/{identity}", .act(.removeIdentity)) { request, context in
            let (number, identity) = (try context.account(), try context.number("identity", of: .identity))
            return .list(try await RemoveIdentity(accounts: accounts)(identity, of: number, as: context.caller), for: request)
        }
    }

    private func addRoles(to router: PermittedRoutes) {
        router.api(.post, "/accounts/{account}/roles", .act(.grantRole)) { request, context in
            let number = try context.account()
            let grant = try await request.object { (fields) throws(Refusal) in try RoleGrant(&fields) }
            return try await request.once(as: context.caller) {
                try await GrantRole(accounts: accounts)(grant, to: number, as: $0)
            } answering: {
                .added($0, at: number.location)
            }
        }
        router.api(.delete, "/accounts/{account}/roles/{role}", .act(.endRole)) { request, context in
            let (number, role) = (try context.account(), try context.number("role", of: .roleHolding))
            let last = try QueryFields.read(request) { (query) throws(Refusal) in
                try query.value("last", expected: FieldWords.day) { Day(iso: $0) }
            }
            return .list(try await EndRole(accounts: accounts)(role, of: number, last: last, as: context.caller), for: request)
        }
    }

    private func addStates(to router: PermittedRoutes) {
        func move(_ path: String, _ act: Act, _ move: @escaping @Sendable (AccountNumber, Caller) async throws -> Account) {
            router.api(.post, "/accounts/{account}/\(path)", .act(act)) { request, context in
                let number = try context.account()
                try await request.object { (_) throws(Refusal) in }
                return try await request.once(as: context.caller) {
                    try await move(number, $0)
                } answering: { account in
                    .json { json in account.write(to: &json) }
                }
            }
        }
        move("disabling", .disableAccount) { try await DisableAccount(accounts: accounts)($0, as: $1) }
        move("enabling", .enableAccount) { try await EnableAccount(accounts: accounts)($0, as: $1) }
    }
}

extension ServiceContext {
    /// The account that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well.
    fileprivate func account() throws(Refusal) -> AccountNumber {
        let text = key("account")
        guard let number = Int64(text).flatMap({ AccountNumber(rawValue: $0) }) else { throw .notFound(.account, text) }
        return number
    }
}

extension AccountNumber {
    /// Where the account is found.
    fileprivate var location: String { "/api/v1/accounts/\(self)" }
}
