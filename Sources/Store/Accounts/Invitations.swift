package import Access
package import Postgres
package import Values

/// Invites somebody to an account.
package struct InsertInvitation: Command {
    let tokenHash: [UInt8]
    let account: AccountNumber
    let createdAt: Instant
    let expiresAt: Instant
    let keepsSecondFactor: Bool

    /// - Parameter keepsSecondFactor: whether taking it up replaces the password alone.
    package init(
        tokenHash: [UInt8], to account: AccountNumber, at createdAt: Instant, until expiresAt: Instant, keepsSecondFactor: Bool
    ) {
        self.tokenHash = tokenHash
        self.account = account
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.keepsSecondFactor = keepsSecondFactor
    }

    package var sql: SQL {
        """
        INSERT INTO invitations (token_hash, account, created_at, expires_at, keeps_second_factor)
        VALUES (\(tokenHash), \(account), \(createdAt), \(expiresAt), \(keepsSecondFactor))
        """
    }
}

/// Withdraws the invitations to an account that nobody has used.
package struct WithdrawInvitations: Command {
    let account: AccountNumber

    package init(to account: AccountNumber) {
        self.account = account
    }

    package var sql: SQL { "DELETE FROM invitations WHERE account = \(account) AND used_at IS NULL" }
}

/// Whose an invitation is that can still be used; no row for any other.
package struct FindInvitation: Statement {
    let tokenHash: [UInt8]
    let moment: Instant

    package init(tokenHash: [UInt8], at moment: Instant) {
        self.tokenHash = tokenHash
        self.moment = moment
    }

    package var sql: SQL {
        """
        SELECT a.account, a.login, a.display_name
          FROM invitations i
          JOIN accounts a ON a.account = i.account AND a.state <> 'disabled'
         WHERE i.token_hash = \(tokenHash) AND i.used_at IS NULL AND i.expires_at > \(moment)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (account: AccountNumber, login: String, displayName: String) {
        try row.decode(as: AccountNumber.self, String.self, String.self)
    }
}

/// Uses an invitation up, and gives the account and whether its second factor stays; no row when it was used before, has expired or never was one.
package struct UseInvitation: Statement {
    let tokenHash: [UInt8]
    let moment: Instant

    package init(tokenHash: [UInt8], at moment: Instant) {
        self.tokenHash = tokenHash
        self.moment = moment
    }

    package var sql: SQL {
        """
        UPDATE invitations
           SET used_at = \(moment)
         WHERE token_hash = \(tokenHash) AND used_at IS NULL AND expires_at > \(moment)
        RETURNING account, keeps_second_factor
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (account: AccountNumber, keepsSecondFactor: Bool) {
        try row.decode(as: AccountNumber.self, Bool.self)
    }
}
