package import Access
import Postgres
import Store

/// What somebody who has come in, or has proved once more who they are, is given.
package struct NewSession: Sendable {
    /// For the browser's cookie.
    package let token: SecretToken
    /// For the session's forms.
    package let csrf: SecretToken
    package let account: Account
    package let secondFactor: SecondFactorState
}

/// How a session stands to the second factor.
package enum SecondFactorState: String, CaseIterable, Hashable, Sendable {
    /// The account has none and needs none.
    case notNeeded
    /// The account's roles count only once it has one.
    case toSetUp
    /// The account has one, and the session is still without it.
    case needed
    case given

    init(isGiven: Bool, hasSecondFactor: Bool, roles: some Sequence<Role>) {
        self =
            if isGiven {
                .given
            } else if hasSecondFactor {
                .needed
            } else {
                roles.contains(where: \.needsTwoFactors) ? .toSetUp : .notNeeded
            }
    }
}

/// A session to be begun.
struct SessionStart {
    let account: AccountNumber
    let isTwoFactor: Bool
    let device: String?
    /// What the browser had before; it ends, so that nobody who put it there comes in with it.
    let replaced: SecretToken?
}

extension UserAccounts {
    /// Begins a session with a token that nobody has seen before.
    func begin(_ start: SessionStart, in transaction: PostgresTransaction) async throws -> NewSession {
        let (token, csrf, now) = (SecretToken(), SecretToken(), now)
        if let replaced = start.replaced { try await transaction.run(DeleteSessions(tokenHash: replaced.hash, of: nil)) }
        try await transaction.run(DeleteSessions(beyond: SessionLimits(at: now)))
        try await transaction.run(
            InsertSession(
                tokenHash: token.hash, csrfSecret: csrf.bytes, account: start.account, at: now, isTwoFactor: start.isTwoFactor,
                device: start.device.map { String($0.unicodeScalars.prefix(100)) }))
        return try await given(token, csrf, to: start.account, isTwoFactor: start.isTwoFactor, in: transaction)
    }

    /// Gives a session another token, because its person has proved once more who they are.
    ///
    /// - Parameter isTwoFactor: whether by the second factor; a session that had it before keeps it.
    /// - Throws: ``Refusal/signInNeeded`` when it has ended.
    func rotate(
        _ token: SecretToken, of account: AccountNumber, isTwoFactor: Bool, in transaction: PostgresTransaction
    ) async throws -> NewSession {
        let (new, csrf) = (SecretToken(), SecretToken())
        let rotation = RotateSession(
            token.hash, of: account, to: new.hash, csrfSecret: csrf.bytes, at: now, isTwoFactor: isTwoFactor)
        guard let hasBoth = try await transaction.first(rotation) else { throw Refusal.signInNeeded }
        return try await given(new, csrf, to: account, isTwoFactor: hasBoth, in: transaction)
    }

    private func given(
        _ token: SecretToken, _ csrf: SecretToken, to number: AccountNumber, isTwoFactor: Bool, in transaction: PostgresTransaction
    ) async throws -> NewSession {
        guard let account = try await transaction.first(FindAccount(number)) else { throw Refusal.signInNeeded }
        let roles = try await transaction.all(SelectHoldings(of: number, on: registry.today)).map(\.role)
        return NewSession(
            token: token, csrf: csrf, account: account,
            secondFactor: SecondFactorState(isGiven: isTwoFactor, hasSecondFactor: account.hasSecondFactor, roles: roles))
    }
}
