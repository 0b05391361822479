import Access
import Postgres
import Store
import Values

/// What somebody gives to come in.
package struct SignInAttempt: Sendable {
    package var login: String
    package var password: String
    /// Of the second factor, or a recovery code; nil to give it afterwards.
    package var code: String?
    /// Where the attempt comes from.
    package var address: String
    /// What kind of device, as far as it tells.
    package var device: String?
    /// The session that the browser has now; it ends.
    package var replaced: SecretToken?

    package init(
        login: String, password: String, code: String? = nil, address: String, device: String? = nil, replaced: SecretToken? = nil
    ) {
        self.login = login
        self.password = password
        self.code = code
        self.address = address
        self.device = device
        self.replaced = replaced
    }
}

/// Signs somebody in with a login and a password.
package struct SignIn: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/signInFailed``, the same for a login that nobody has, a wrong password or code, and an account that is not
    ///   active, after the same work; ``Refusal/tooManyAttempts(seconds:)``.
    package func callAsFunction(_ attempt: SignInAttempt, as caller: Caller) async throws -> NewSession {
        let (registry, limits) = (accounts.registry, SignInLimits(registry: accounts.registry))
        let login = LoginName(typed: attempt.login)
        guard let password = NormalizedPassword(attempt.password) else { throw Refusal.signInFailed }
        try await limits.take(login: login, from: attempt.address)
        let known = try await registry.findingOut(FindCredentials(ofFoldedLogin: login.folded)).first
        let hash = known?.passwordHash.flatMap { PasswordHash(text: $0) }
        let isRight = try await accounts.hasher.verify(password, against: hash)
        let renewed = isRight && hash?.parameters != accounts.hasher.parameters ? try await accounts.hasher.hash(password) : nil
        if isRight, let known, attempt.code != nil { try await limits.takeCode(of: known.account) }
        return try await registry.act(.signIn, on: .account(known?.account), as: caller, checking: {}) { transaction, _ in
            try await transaction.assume(.signIn)
            // What was read before the password was hashed may have changed since.
            guard isRight, let known, let current = try await transaction.first(FindCredentials(of: known.account, lock: true)),
                current.state == .active, current.passwordHash == known.passwordHash
            else { throw Refusal.signInFailed }
            let isTwoFactor = try await checksCode(attempt.code, of: current, transaction)
            if let renewed, let old = known.passwordHash {
                try await transaction.run(RenewPasswordHash(of: known.account, from: old, to: renewed.text))
            }
            _ = try await transaction.pipeline(limits.remembering(known.account, at: attempt.address))
            return try await accounts.begin(
                SessionStart(account: known.account, isTwoFactor: isTwoFactor, device: attempt.device, replaced: attempt.replaced),
                in: transaction)
        }
    }

    /// - Returns: whether the second factor was given. An account without one is asked for none.
    private func checksCode(_ code: String?, of account: Credentials, _ transaction: PostgresTransaction) async throws -> Bool {
        guard let code, account.secondFactor != nil else { return false }
        guard try await accounts.isRight(code, of: account, in: transaction) else { throw Refusal.signInFailed }
        return true
    }
}
