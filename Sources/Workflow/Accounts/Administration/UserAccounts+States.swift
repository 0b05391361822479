import Access
import Postgres
import Store

extension UserAccounts {
    /// Ends every way in that an account has now: sessions, tokens, invitations that nobody has used.
    func endEverything(of account: AccountNumber, in transaction: PostgresTransaction) async throws {
        try await transaction.run(DeleteSessions(of: account))
        try await transaction.run(RevokeApiTokens(of: account, at: now))
        try await transaction.run(WithdrawInvitations(to: account))
    }

    /// Moves an account to a state and notes its versions.
    func settle(
        _ number: AccountNumber, as state: AccountState, before: Account, _ subject: inout ActSubject, in transaction: PostgresTransaction
    ) async throws -> Account {
        try await transaction.run(UpdateAccountState(number, state))
        let after = try await transaction.account(number)
        (subject.versionBefore, subject.versionAfter) = (before.version, after.version)
        return after
    }

    /// Makes an invitation in place of those that nobody has used.
    func invite(
        _ account: AccountNumber, keepingSecondFactor keeps: Bool = false, in transaction: PostgresTransaction
    ) async throws -> SecretToken {
        let (token, now) = (SecretToken(), now)
        try await transaction.run(WithdrawInvitations(to: account))
        try await transaction.run(
            InsertInvitation(
                tokenHash: token.hash, to: account, at: now, until: now.adding(seconds: Self.invitationSeconds), keepsSecondFactor: keeps))
        return token
    }
}

extension PostgresTransaction {
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func account(_ number: AccountNumber, lock: Bool = false) async throws -> Account {
        guard let account = try await first(FindAccount(number, lock: lock)) else {
            throw Refusal.notFound(.account, number.description)
        }
        return account
    }
}
