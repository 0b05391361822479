import Access
import Postgres
import Store

extension UserAccounts {
    /// Whether a code is the account's, which uses it up: one of the second factor, or a recovery code.
    ///
    /// The account must be locked, so that a code that is sent twice at once counts once.
    func isRight(_ code: String, of account: Credentials, in transaction: PostgresTransaction) async throws -> Bool {
        let typed = code.filter { !$0.isWhitespace }
        if let recovery = RecoveryCode(typed: typed) {
            return try await transaction.run(UseRecoveryCode(recovery.hash, of: account.account, at: now)) == 1
        }
        guard let sealed = account.secondFactor, let step = try step(of: typed, sealed, account) else { return false }
        return try await transaction.run(UseCodeStep(step, of: account.account)) == 1
    }

    /// The step of a code under a sealed seed; nil for a wrong or a used one.
    func step(of typed: String, _ sealed: [UInt8], _ account: Credentials) throws -> Int64? {
        guard let seed = try openSeal().open(sealed, of: account.account.rawValue) else { throw SeedUnreadable(account: account.account) }
        return seed.codes.step(of: typed, at: now, after: account.lastCodeStep)
    }

    /// - Throws: ``SealMissing`` where nobody should sign in.
    func openSeal() throws(SealMissing) -> SeedSeal {
        guard let seal else { throw SealMissing() }
        return seal
    }
}

/// The program was put together without the key of second factors.
struct SealMissing: Error {}

/// A seed was encrypted under another key than the one at hand, or was tampered with.
struct SeedUnreadable: Error {
    let account: AccountNumber
}
