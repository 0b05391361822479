import Access
import Postgres
import Store

/// Changes one's own password.
package struct ChangePassword: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// All other sessions of the account end: somebody may have come in by the old password.
    ///
    /// - Throws: ``Refusal/proofWrong`` when the old password is another; ``Refusal/notPossible(field:_:)`` for a new one that is guessed.
    package func callAsFunction(from old: String, to new: String, of token: SecretToken, as caller: Caller) async throws -> NewSession {
        let change = try await prepare(from: old, to: new, as: caller)
        return try await accounts.registry.act(.changePassword, on: .account(caller.account), as: caller, checking: {}) { transaction, _ in
            if let refusal = change.refusal { throw refusal }
            guard let account = caller.account, let hash = change.hash,
                let current = try await transaction.first(FindCredentials(of: account, lock: true))
            else { throw Refusal.signInNeeded }
            // Somebody else may have changed it since it was compared.
            guard current.passwordHash == change.before else { throw Refusal.proofWrong }
            try await transaction.run(UpdatePassword(of: account, hash: hash.text))
            try await transaction.run(DeleteSessions(of: account, except: token.hash))
            return try await accounts.rotate(token, of: account, isTwoFactor: false, in: transaction)
        }
    }

    /// What is known before the act: hashing takes long, and no transaction waits for it.
    private struct Change {
        var before: String?
        var hash: PasswordHash?
        var refusal: Refusal?
    }

    private func prepare(from old: String, to new: String, as caller: Caller) async throws -> Change {
        guard let account = caller.account else { return Change(refusal: .signInNeeded) }
        try await SignInLimits(registry: accounts.registry).takeCode(of: account)
        guard let current = try await accounts.registry.findingOut(FindCredentials(of: account, lock: false)).first else {
            return Change(refusal: .signInNeeded)
        }
        guard try await accounts.isPassword(old, of: account) else { return Change(refusal: .proofWrong) }
        do {
            let password = try accounts.accepted(new, field: "newPassword", login: current.login, displayName: current.displayName)
            return try await Change(before: current.passwordHash, hash: accounts.hasher.hash(password))
        } catch let error as Refusal {
            return Change(refusal: error)
        }
    }
}

extension UserAccounts {
    /// A password that may be chosen.
    ///
    /// - Throws: ``Refusal/notPossible(field:_:)``.
    func accepted(_ typed: String, field: String, login: String, displayName: String) throws(Refusal) -> NormalizedPassword {
        guard let password = NormalizedPassword(typed) else {
            throw .notPossible(
                field: field,
                text("多于 \(PasswordRules.longest) 个字符", "it has more than \(PasswordRules.longest) characters"))
        }
        try PasswordRules(login: login, displayName: displayName).refuse(password, field: field)
        return password
    }
}
