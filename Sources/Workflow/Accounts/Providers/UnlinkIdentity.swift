package import Access
import Postgres
import Store

/// Takes an identity away from one's own account.
package struct UnlinkIdentity: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// All other sessions of the account end: they may have been opened by it.
    ///
    /// - Parameter token: of the session that goes on.
    /// - Throws: ``Refusal/notFound(_:_:)`` for one that is none of the caller's own, ``Refusal/confirmationNeeded``; ``Refusal/account(_:)``
    ///   with ``AccountFault/lastWayIn`` for an account without a password.
    package func callAsFunction(_ identity: Int64, keeping token: SecretToken, as caller: Caller) async throws {
        _ = try await accounts.registry.act(.unlinkIdentity, on: .account(caller.account), as: caller) {
            try accounts.refuseUnconfirmed(caller)
        } doing: { transaction, _ in
            guard let account = caller.account, let current = try await transaction.first(FindCredentials(of: account, lock: true)) else {
                throw Refusal.signInNeeded
            }
            try accounts.refuseWithoutFactor(current, caller)
            guard try await transaction.run(DeleteExternalIdentity(identity, of: account)) == 1 else {
                throw Refusal.notFound(.identity, String(identity))
            }
            guard try await transaction.first(CanSignIn(account)) == true else { throw Refusal.account(.lastWayIn) }
            return try await transaction.run(DeleteSessions(of: account, except: token.hash))
        }
    }
}

/// Takes an identity away from somebody else's account.
package struct RemoveIdentity: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// All sessions of the account end. One that is left without a way in needs a new invitation.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for one that is none of the account's.
    package func callAsFunction(_ identity: Int64, of number: AccountNumber, as caller: Caller) async throws -> [LinkedIdentity] {
        try await accounts.registry.act(.removeIdentity, on: .account(number), as: caller, checking: {}) { transaction, _ in
            try await transaction.assume(.administration)
            _ = try await transaction.account(number, lock: true)
            guard try await transaction.run(DeleteExternalIdentity(identity, of: number)) == 1 else {
                throw Refusal.notFound(.identity, String(identity))
            }
            try await transaction.run(DeleteSessions(of: number))
            return try await transaction.all(SelectExternalIdentities(of: number))
        }
    }
}
