import Access
import Postgres
import Store

/// Offers somebody a seed for the app on their telephone. What they have now goes on counting until a code of the new one is given.
package struct OfferSecondFactor: Sendable {
    /// What the person puts into the app.
    package struct Offer: Hashable, Sendable {
        package let seed: OneTimeSeed
        package let login: String
        /// The seed as apps read it from a picture.
        package var address: String { seed.address(login: login) }
    }

    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/confirmationNeeded``: whoever finds an open browser must not put in a telephone of their own.
    package func callAsFunction(_ algorithm: OneTimeCode.Algorithm = .sha1, as caller: Caller) async throws -> Offer {
        try await accounts.registry.act(.offerSecondFactor, on: .account(caller.account), as: caller) {
            try accounts.refuseUnconfirmed(caller)
        } doing: { transaction, _ in
            guard let account = caller.account, let current = try await transaction.first(FindCredentials(of: account, lock: true)) else {
                throw Refusal.signInNeeded
            }
            try accounts.refuseWithoutFactor(current, caller)
            let seed = OneTimeSeed(algorithm: algorithm)
            let sealed = try accounts.openSeal().seal(seed, of: account.rawValue)
            try await transaction.run(KeepOfferedSecondFactor(sealed, to: account))
            return Offer(seed: seed, login: current.login)
        }
    }
}

/// Puts the seed that was offered in use, once a code shows that the telephone has it.
package struct ConfirmSecondFactor: Sendable {
    /// What the person is given.
    package struct Result: Sendable {
        /// Shown once.
        package let recoveryCodes: [RecoveryCode]
        package let session: NewSession
    }

    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// All other sessions of the account end, because they were opened without it.
    ///
    /// - Throws: ``Refusal/proofWrong`` for a wrong code or without an offer, ``Refusal/tooManyAttempts(seconds:)``.
    package func callAsFunction(_ code: String, of token: SecretToken, as caller: Caller) async throws -> Result {
        if let account = caller.account { try await SignInLimits(registry: accounts.registry).takeCode(of: account) }
        return try await accounts.registry.act(.confirmSecondFactor, on: .account(caller.account), as: caller) {
            try accounts.refuseUnconfirmed(caller)
        } doing: { transaction, _ in
            guard let account = caller.account, let current = try await transaction.first(FindCredentials(of: account, lock: true)) else {
                throw Refusal.signInNeeded
            }
            try accounts.refuseWithoutFactor(current, caller)
            guard let sealed = current.newSecondFactor,
                let step = try accounts.step(of: code.filter { !$0.isWhitespace }, sealed, current)
            else { throw Refusal.proofWrong }
            try await transaction.run(AdoptSecondFactor(of: account, step: step))
            let codes = try await accounts.newRecoveryCodes(of: account, in: transaction)
            try await transaction.run(DeleteSessions(of: account, except: token.hash))
            let session = try await accounts.rotate(token, of: account, isTwoFactor: true, in: transaction)
            return Result(recoveryCodes: codes, session: session)
        }
    }
}

/// Gives somebody new recovery codes; the old ones are worth nothing any more.
package struct RenewRecoveryCodes: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/confirmationNeeded``, ``Refusal/secondFactorNeeded``.
    package func callAsFunction(as caller: Caller) async throws -> [RecoveryCode] {
        try await accounts.registry.act(.renewRecoveryCodes, on: .account(caller.account), as: caller) {
            try accounts.refuseUnconfirmed(caller)
        } doing: { transaction, _ in
            guard let account = caller.account, let current = try await transaction.first(FindCredentials(of: account, lock: true)) else {
                throw Refusal.signInNeeded
            }
            guard current.secondFactor != nil else { throw Refusal.secondFactorNeeded }
            try accounts.refuseWithoutFactor(current, caller)
            return try await accounts.newRecoveryCodes(of: account, in: transaction)
        }
    }
}

extension UserAccounts {
    /// Whoever has a second factor changes it with it, not with the password alone.
    func refuseWithoutFactor(_ current: Credentials, _ caller: Caller) throws(Refusal) {
        if current.secondFactor != nil, !caller.isTwoFactor { throw .secondFactorNeeded }
    }

    fileprivate func newRecoveryCodes(of account: AccountNumber, in transaction: PostgresTransaction) async throws -> [RecoveryCode] {
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode() }
        _ = try await transaction.pipeline(ReplaceRecoveryCodes(of: account, hashes: codes.map(\.hash)).statements)
        return codes
    }
}
