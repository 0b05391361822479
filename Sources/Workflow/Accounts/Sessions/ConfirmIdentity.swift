import Access
import Postgres
import Store

/// Proves once more who somebody is, in a session that goes on: by the second factor where the account has one, else by the password.
package struct ConfirmIdentity: Sendable {
    /// What somebody gives as proof.
    package enum Proof: Hashable, Sendable {
        /// Of the second factor, or a recovery code.
        case code(String)
        case password(String)
    }

    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Returns: the session's new token; the old one is worth nothing any more.
    /// - Throws: ``Refusal/proofWrong`` also for a password where there is a second factor, ``Refusal/tooManyAttempts(seconds:)``.
    package func callAsFunction(_ proof: Proof, of token: SecretToken, as caller: Caller) async throws -> NewSession {
        let isPassword = try await checksPassword(proof, as: caller)
        return try await accounts.registry.act(.confirmIdentity, on: .account(caller.account), as: caller, checking: {}) {
            transaction, _ in
            guard let account = caller.account,
                let current = try await transaction.first(FindCredentials(of: account, lock: true))
            else { throw Refusal.signInNeeded }
            switch proof {
            case .password:
                guard isPassword, current.secondFactor == nil else { throw Refusal.proofWrong }
                return try await accounts.rotate(token, of: account, isTwoFactor: false, in: transaction)
            case .code(let code):
                guard try await accounts.isRight(code, of: current, in: transaction) else { throw Refusal.proofWrong }
                return try await accounts.rotate(token, of: account, isTwoFactor: true, in: transaction)
            }
        }
    }

    private func checksPassword(_ proof: Proof, as caller: Caller) async throws -> Bool {
        guard let account = caller.account else { return false }
        try await SignInLimits(registry: accounts.registry).takeCode(of: account)
        guard case .password(let typed) = proof else { return false }
        return try await accounts.isPassword(typed, of: account)
    }
}

extension UserAccounts {
    /// Whether a password is the account's. Takes as long for a wrong one as for the right one.
    func isPassword(_ typed: String, of account: AccountNumber) async throws -> Bool {
        guard let password = NormalizedPassword(typed) else { return false }
        let credentials = try await registry.findingOut(FindCredentials(of: account, lock: false)).first
        return try await hasher.verify(password, against: credentials?.passwordHash.flatMap { PasswordHash(text: $0) })
    }
}
