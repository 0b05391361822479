import Access
import Testing
import Values

@testable import Workflow

extension RefusedAct {
    /// An act on accounts where there is none, by the person at the machine; nil for any other act.
    static func onAccounts(_ act: Act, _ test: TestRegistry) throws -> Body? {
        let (accounts, caller) = (test.accounts, test.caller)
        let number = try #require(AccountNumber(rawValue: 77))
        let token = SecretToken()
        switch act {
        case .signIn:
            return { _ = try await SignIn(accounts: accounts)(SignInAttempt(login: "x", password: "y", address: "z"), as: caller) }
        case .activateAccount:
            return { _ = try await ActivateAccount(accounts: accounts)(token, password: TestPerson.password, from: "z", as: caller) }
        case .signOut: return { try await SignOut(accounts: accounts)(token, as: caller) }
        case .endOwnSessions: return { try await EndOwnSessions(accounts: accounts)(.one(7), as: caller) }
        case .confirmIdentity: return { _ = try await ConfirmIdentity(accounts: accounts)(.code("1"), of: token, as: caller) }
        case .changePassword: return { _ = try await ChangePassword(accounts: accounts)(from: "x", to: "y", of: token, as: caller) }
        case .offerSecondFactor: return { _ = try await OfferSecondFactor(accounts: accounts)(as: caller) }
        case .confirmSecondFactor: return { _ = try await ConfirmSecondFactor(accounts: accounts)("1", of: token, as: caller) }
        case .renewRecoveryCodes: return { _ = try await RenewRecoveryCodes(accounts: accounts)(as: caller) }
        case .createOwnToken, .revokeOwnToken, .createAccountToken, .revokeAccountToken: return onTokens(act, number, test)
        case .createFirstAdministrator:
            return { _ = try await CreateFirstAdministrator(accounts: accounts)(LoginName(new: "ab"), displayName: "", as: caller) }
        case .inviteAccount: return { _ = try await InviteAccount(accounts: accounts)(LoginName(new: "ab"), displayName: "", as: caller) }
        case .renewInvitation: return { _ = try await RenewInvitation(accounts: accounts)(number, secondFactorLost: true, as: caller) }
        case .grantRole: return { _ = try await GrantRole(accounts: accounts)(.official(), to: number, as: caller) }
        case .endRole: return { _ = try await EndRole(accounts: accounts)(7, of: number, last: nil, as: caller) }
        case .disableAccount: return { _ = try await DisableAccount(accounts: accounts)(number, as: caller) }
        case .enableAccount: return { _ = try await EnableAccount(accounts: accounts)(number, as: caller) }
        case .endAccountSessions: return { _ = try await EndAccountSessions(accounts: accounts)(number, as: caller) }
        case .linkIdentity:
            return { try await LinkIdentity(accounts: accounts)(.failure(.account(.providerRefused)), askedBy: number, as: caller) }
        case .unlinkIdentity: return { try await UnlinkIdentity(accounts: accounts)(7, keeping: token, as: caller) }
        case .removeIdentity: return { _ = try await RemoveIdentity(accounts: accounts)(7, of: number, as: caller) }
        default: return nil
        }
    }

    private static func onTokens(_ act: Act, _ number: AccountNumber, _ test: TestRegistry) -> Body? {
        let (accounts, caller) = (test.accounts, test.caller)
        let draft = ApiTokenDraft(name: "x", holding: 1, scopes: ["read"], days: 1)
        switch act {
        case .createOwnToken: return { _ = try await CreateOwnToken(accounts: accounts)(draft, as: caller) }
        case .revokeOwnToken: return { try await RevokeOwnToken(accounts: accounts)(7, as: caller) }
        case .createAccountToken: return { _ = try await CreateAccountToken(accounts: accounts)(draft, for: number, as: caller) }
        default: return { try await RevokeAccountToken(accounts: accounts)(7, of: number, as: caller) }
        }
    }
}
