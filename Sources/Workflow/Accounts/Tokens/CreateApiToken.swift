package import Access
import Postgres
import Store
import Values

/// A token to be made.
package struct ApiTokenDraft: Hashable, Sendable {
    /// What it is for, in the words of whoever makes it.
    package var name: String
    /// The role by which it acts.
    package var holding: Int64
    /// Names of use cases, or `read`.
    package var scopes: [String]
    /// 1 to 366.
    package var days: Int

    package init(name: String, holding: Int64, scopes: [String], days: Int) {
        self.name = name
        self.holding = holding
        self.scopes = scopes
        self.days = days
    }
}

/// A token with its secret, which is shown once.
package struct NewApiToken: Sendable {
    package let token: ApiToken
    package let secret: SecretToken
}

/// Makes a token by which a program acts for one's own account.
package struct CreateOwnToken: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/notFound(_:_:)`` for a role that the account does not hold, ``Refusal/secondFactorNeeded`` for one that counts
    ///   only with a second factor that the session lacks, ``Refusal/confirmationNeeded``.
    package func callAsFunction(_ draft: ApiTokenDraft, as caller: Caller) async throws -> NewApiToken {
        try await accounts.registry.act(.createOwnToken, on: .account(caller.account), as: caller) {
            try accounts.refuseUnconfirmed(caller)
            _ = try draft.scopesChecked()
        } doing: { transaction, _ in
            guard let account = caller.account else { throw Refusal.signInNeeded }
            return try await accounts.make(draft, for: account, hasSecondFactor: caller.isTwoFactor, in: transaction)
        }
    }
}

/// Makes a token for an account that a program uses. Not for roles that count only with a second factor: those persons make their own.
package struct CreateAccountToken: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: as ``CreateOwnToken``.
    package func callAsFunction(_ draft: ApiTokenDraft, for number: AccountNumber, as caller: Caller) async throws -> NewApiToken {
        try await accounts.registry.act(.createAccountToken, on: .account(number), as: caller) {
            _ = try draft.scopesChecked()
        } doing: { transaction, _ in
            try await transaction.assume(.administration)
            let account = try await transaction.account(number, lock: true)
            guard account.state == .active else { throw Refusal.accountDisabled(number) }
            return try await accounts.make(draft, for: number, hasSecondFactor: false, in: transaction)
        }
    }
}

/// Revokes a token of one's own.
package struct RevokeOwnToken: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/notFound(_:_:)`` for one that is none of the caller's own, or was revoked before.
    package func callAsFunction(_ token: Int64, as caller: Caller) async throws {
        try await accounts.registry.act(.revokeOwnToken, on: .account(caller.account), as: caller, checking: {}) { transaction, _ in
            guard let account = caller.account else { throw Refusal.signInNeeded }
            try await accounts.revoke(token, of: account, in: transaction)
        }
    }
}

/// Revokes a token of somebody else's account.
package struct RevokeAccountToken: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: as ``RevokeOwnToken``.
    package func callAsFunction(_ token: Int64, of number: AccountNumber, as caller: Caller) async throws {
        try await accounts.registry.act(.revokeAccountToken, on: .account(number), as: caller, checking: {}) { transaction, _ in
            try await transaction.assume(.administration)
            try await accounts.revoke(token, of: number, in: transaction)
        }
    }
}

extension ApiTokenDraft {
    fileprivate func scopesChecked() throws(Refusal) -> TokenScopes {
        try FieldRules.refuseText(name, field: "name", longest: 100)
        guard (1...366).contains(days) else {
            throw .notPossible(field: "days", text("须为 1 至 366 天", "a token lasts 1 to 366 days"))
        }
        return try TokenScopes(new: scopes)
    }
}

extension UserAccounts {
    fileprivate func make(
        _ draft: ApiTokenDraft, for account: AccountNumber, hasSecondFactor: Bool, in transaction: PostgresTransaction
    ) async throws -> NewApiToken {
        let held = try await transaction.all(SelectHoldings(of: account, on: registry.today)).first { $0.number == draft.holding }
        guard let held else { throw Refusal.notFound(.roleHolding, String(draft.holding)) }
        if held.role.needsTwoFactors, !hasSecondFactor { throw Refusal.secondFactorNeeded }
        let (secret, now) = (SecretToken(), now)
        let insert = InsertApiToken(
            tokenHash: secret.hash, for: account, holding: held.number, name: draft.name, scopes: try draft.scopesChecked().names,
            at: now, until: now.adding(seconds: Int64(draft.days) * 86_400), on: registry.today)
        guard let token = try await transaction.first(insert) else { throw Refusal.notFound(.roleHolding, String(draft.holding)) }
        return NewApiToken(token: token, secret: secret)
    }

    fileprivate func revoke(_ token: Int64, of account: AccountNumber, in transaction: PostgresTransaction) async throws {
        guard try await transaction.run(RevokeApiTokens(token, of: account, at: now)) == 1 else {
            throw Refusal.notFound(.apiToken, String(token))
        }
    }
}
