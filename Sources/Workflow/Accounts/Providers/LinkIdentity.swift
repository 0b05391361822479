package import Access
import OpenID
import Postgres
import Store

/// Links who somebody is at the identity provider to their account here.
package struct LinkIdentity: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Parameter account: who left for the provider; nobody else links anything when the browser comes back.
    /// - Throws: ``Refusal/account(_:)`` with ``AccountFault/identityTaken``, ``AccountFault/providerReturnInvalid``,
    ///   ``AccountFault/confirmationNeeded``; ``Refusal/secondFactorNeeded``; what the provider's answer was refused with.
    package func callAsFunction(_ outcome: ProviderOutcome, askedBy account: AccountNumber?, as caller: Caller) async throws {
        try await accounts.registry.act(.linkIdentity, on: .account(caller.account), as: caller) {
            guard caller.account == account else { throw Refusal.account(.providerReturnInvalid) }
            try accounts.refuseUnconfirmed(caller)
        } doing: { transaction, _ in
            guard let account, let current = try await transaction.first(FindCredentials(of: account, lock: true)) else {
                throw Refusal.signInNeeded
            }
            try accounts.refuseWithoutFactor(current, caller)
            try await accounts.link(try outcome.get(), to: account, in: transaction)
        }
    }
}

/// Takes the identity provider's word for a fresh proof of who somebody is, in a session that goes on.
package struct ConfirmByProvider: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Parameter account: who left for the provider.
    /// - Returns: the session's new token; the old one is worth nothing any more.
    /// - Throws: ``Refusal/proofWrong`` for somebody else's identity, and where there is a second factor that the provider did not ask for;
    ///   ``Refusal/account(_:)`` with ``AccountFault/providerReturnInvalid``; what the provider's answer was refused with.
    package func callAsFunction(
        _ outcome: ProviderOutcome, askedBy account: AccountNumber?, _ answer: ProviderAnswer, as caller: Caller
    ) async throws -> NewSession {
        try await accounts.registry.act(.confirmIdentity, on: .account(caller.account), as: caller) {
            guard caller.account == account else { throw Refusal.account(.providerReturnInvalid) }
        } doing: { transaction, _ in
            guard let account, let token = answer.session,
                let current = try await transaction.first(FindCredentials(of: account, lock: true))
            else { throw Refusal.signInNeeded }
            let identity = try outcome.get()
            guard try await transaction.first(FindLinkedAccount(ofOne: outcome.external))?.account == account,
                current.secondFactor == nil || identity.isTwoFactor
            else { throw Refusal.proofWrong }
            return try await accounts.rotate(token, of: account, isTwoFactor: identity.isTwoFactor, in: transaction)
        }
    }
}

extension UserAccounts {
    /// - Throws: ``AccountFault/identityTaken``.
    func link(_ identity: ProvidedIdentity, to account: AccountNumber, in transaction: PostgresTransaction) async throws {
        do {
            try await transaction.run(InsertExternalIdentity(identity.external, of: account, at: now))
        } catch let error as PostgresError where error.sqlState == .uniqueViolation {
            throw Refusal.account(.identityTaken)
        }
    }
}

extension ProvidedIdentity {
    fileprivate var external: ExternalIdentity { ExternalIdentity(issuer: issuer, subject: subject) }
}

extension ProviderOutcome {
    /// As the database knows the identity; nil without one.
    var external: ExternalIdentity? { try? get().external }
}
