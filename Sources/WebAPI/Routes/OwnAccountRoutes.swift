import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// Somebody's own account. Invitations, passwords, codes and tokens are secrets: none of these requests takes an `Idempotency-Key`.
///
/// | Method | Path                      | Use case              |
/// |--------|---------------------------|-----------------------|
/// | GET    | `/account`                | `ShowOwnAccount`      |
/// | POST   | `/account/activation`     | `ActivateAccount`     |
/// | PUT    | `/account/password`       | `ChangePassword`      |
/// | POST   | `/account/second-factor`  | `OfferSecondFactor`   |
/// | PUT    | `/account/second-factor`  | `ConfirmSecondFactor` |
/// | POST   | `/account/recovery-codes` | `RenewRecoveryCodes`  |
/// | GET    | `/account/tokens`         | `ShowOwnAccount`      |
/// | POST   | `/account/tokens`         | `CreateOwnToken`      |
/// | DELETE | `/account/tokens/{token}` | `RevokeOwnToken`      |
/// | DELETE | `/account/identities/{identity}` | `UnlinkIdentity` |
struct OwnAccountRoutes: AccountRouteSet {
    let accounts: UserAccounts

    func add(to router: PermittedRoutes) {
        router.api(.get, "/account", .reading(.showOwnAccount)) { request, context in
            .value(try await ShowOwnAccount(accounts: accounts)(as: context.caller), for: request)
        }
        router.secretAPI(.post, "/account/activation", .act(.activateAccount), activate)
        router.secretAPI(.put, "/account/password", .act(.changePassword)) { request, context in
            let (old, new) = try await request.object { (fields) throws(Refusal) in
                (try fields.value("password", .secret), try fields.value("newPassword", .secret))
            }
            let token = try context.ownSession().token
            return .session(try await ChangePassword(accounts: accounts)(from: old, to: new, of: token, as: context.caller))
        }
        addSecondFactor(to: router)
        addTokens(to: router)
        addIdentities(to: router)
    }

    private func addSecondFactor(to router: PermittedRoutes) {
        router.secretAPI(.post, "/account/second-factor", .act(.offerSecondFactor)) { request, context in
            try await request.object { (_) throws(Refusal) in }
            let offer = try await OfferSecondFactor(accounts: accounts)(as: context.caller)
            return .json { json in offer.write(to: &json) }
        }
        router.secretAPI(.put, "/account/second-factor", .act(.confirmSecondFactor)) { request, context in
            let code = try await request.object { (fields) throws(Refusal) in try fields.value("code", .secret) }
            let token = try context.ownSession().token
            let result = try await ConfirmSecondFactor(accounts: accounts)(code, of: token, as: context.caller)
            return Response.json { json in
                json.object { json in
                    json.texts("recoveryCodes", result.recoveryCodes.map(\.text))
                    json.member("session", SessionFile(result.session))
                }
            }.carrying(result.session)
        }
        router.secretAPI(.post, "/account/recovery-codes", .act(.renewRecoveryCodes)) { request, context in
            try await request.object { (_) throws(Refusal) in }
            let codes = try await RenewRecoveryCodes(accounts: accounts)(as: context.caller)
            return .json { json in json.object { $0.texts("recoveryCodes", codes.map(\.text)) } }
        }
    }

    private func addTokens(to router: PermittedRoutes) {
        router.api(.get, "/account/tokens", .reading(.showOwnAccount)) { request, context in
            .list(try await ShowOwnAccount(accounts: accounts)(as: context.caller).tokens, for: request)
        }
        router.secretAPI(.post, "/account/tokens", .act(.createOwnToken)) { request, context in
            let draft = try await request.object { (fields) throws(Refusal) in try ApiTokenDraft(&fields) }
            return .created(try await CreateOwnToken(accounts: accounts)(draft, as: context.caller), at: "/api/v1/account/tokens")
        }
        router.api(.delete, "/account/tokens/{token}", .act(.revokeOwnToken)) { _, context in
            try await RevokeOwnToken(accounts: accounts)(try context.number("token", of: .apiToken), as: context.caller)
            return Response(status: .noContent)
        }
    }

    private func addIdentities(to router: PermittedRoutes) {
        router.api(.delete, "/account/identities/{identity}", .act(.unlinkIdentity)) { _, context in
            let identity = try context.number("identity", of: .identity)
            try await UnlinkIdentity(accounts: accounts)(identity, keeping: try context.ownSession().token, as: context.caller)
            return Response(status: .noContent)
        }
    }

    @Sendable private func activate(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (invitation, password) = try await request.object { (fields) throws(Refusal) in
            (try fields.value("invitation", .secret), try fields.value("password", .secret))
        }
        guard let token = SecretToken(text: invitation) else { throw Refusal.invitationInvalid }
        let account = try await ActivateAccount(accounts: accounts)(token, password: password, from: context.address, as: .visitor)
        return .json { json in account.write(to: &json) }
    }
}

extension ApiTokenDraft {
    fileprivate init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            name: try fields.value("name", .text(longest: 100)), holding: try fields.value("role", .integer(1...Int64.max)),
            scopes: try fields.list("scopes", .text(longest: 100)), days: try fields.value("days", .integer(1...366)))
    }
}
