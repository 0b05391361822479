import Access
import OpenID
import Postgres
import Store

/// Signs in whoever the identity provider vouches for.
package struct SignInByProvider: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/account(_:)`` with ``AccountFault/identityNotLinked``, the same for an account that is not active; what the
    ///   provider's answer was refused with.
    package func callAsFunction(_ outcome: ProviderOutcome, _ answer: ProviderAnswer, as caller: Caller) async throws -> NewSession {
        let known = try await accounts.registry.findingOut(FindLinkedAccount(ofOne: outcome.external)).first?.account
        return try await accounts.registry.act(.signIn, on: .account(known), as: caller, checking: {}) { transaction, _ in
            let identity = try outcome.get()
            try await transaction.assume(.signIn)
            // What was read before may have changed since.
            guard let known, let current = try await transaction.first(FindCredentials(of: known, lock: true)), current.state == .active,
                try await transaction.first(FindLinkedAccount(ofOne: outcome.external))?.account == known
            else { throw Refusal.account(.identityNotLinked) }
            return try await accounts.begin(known, identity, answer, in: transaction)
        }
    }
}

/// Takes up an invitation: whoever the identity provider vouches for needs no password from then on, and has come in.
package struct ActivateByProvider: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// What the account was set up with before is worth nothing afterwards, as with an invitation that is taken up by a password. One for the
    /// password alone leaves the second factor and the identities; it links no further one to an account with a second factor, because
    /// whoever comes by it has shown none.
    ///
    /// - Parameter hash: of the invitation.
    /// - Throws: ``Refusal/invitationInvalid``; ``Refusal/secondFactorNeeded``; ``Refusal/account(_:)`` with ``AccountFault/identityTaken``; what the provider's answer was
    ///   refused with.
    package func callAsFunction(
        _ outcome: ProviderOutcome, invitation hash: [UInt8], _ answer: ProviderAnswer, as caller: Caller
    ) async throws -> NewSession {
        let now = accounts.now
        let found = try await accounts.registry.findingOut(FindInvitation(tokenHash: hash, at: now)).first?.account
        return try await accounts.registry.act(.activateAccount, on: .account(found), as: caller, checking: {}) { transaction, subject in
            let identity = try outcome.get()
            try await transaction.assume(.signIn)
            guard let (number, keeps) = try await transaction.first(UseInvitation(tokenHash: hash, at: now)),
                let account = try await transaction.first(FindAccount(number, lock: true)), account.state != .disabled
            else { throw Refusal.invitationInvalid }
            let isLinked = try await transaction.first(FindLinkedAccount(ofOne: outcome.external))?.account == number
            let hasFactor = try await transaction.first(FindCredentials(of: number, lock: true))?.secondFactor != nil
            if keeps, hasFactor, !isLinked { throw Refusal.secondFactorNeeded }
            try await accounts.endEverything(of: number, in: transaction)
            _ = try await transaction.pipeline(ClearCredentials(of: number, keepsSecondFactor: keeps).statements)
            if !keeps || !isLinked { try await accounts.link(identity, to: number, in: transaction) }
            _ = try await accounts.settle(number, as: .active, before: account, &subject, in: transaction)
            return try await accounts.begin(number, identity, answer, in: transaction)
        }
    }
}

extension UserAccounts {
    /// Begins the session of whoever came from the provider.
    fileprivate func begin(
        _ account: AccountNumber, _ identity: ProvidedIdentity, _ answer: ProviderAnswer, in transaction: PostgresTransaction
    ) async throws -> NewSession {
        _ = try await transaction.pipeline(SignInLimits(registry: registry).remembering(account, at: answer.address))
        return try await begin(
            SessionStart(account: account, isTwoFactor: identity.isTwoFactor, device: answer.device, replaced: answer.session),
            in: transaction)
    }
}
