package import Access
import Incubation
package import Postgres
package import Values

/// The columns that make an ``Access/ApiToken``, of a table called `t`.
enum ApiTokenColumns {
    static let list: SQL = "t.token, t.account, t.holding, t.name, t.scopes, t.created_at, t.expires_at, t.revoked_at, t.last_used_on"

    static func decode(_ row: Row) throws(PostgresError) -> ApiToken {
        let (number, account, holding, name, scopes, createdAt, expiresAt, revokedAt, lastUsedOn) = try row.decode(
            as: Int64.self, AccountNumber.self, Int64.self, String.self, [String].self, Instant.self, Instant.self, Instant?.self, Day?.self
        )
        return ApiToken(
            number: number, account: account, holding: holding, name: name, scopes: scopes, createdAt: createdAt, expiresAt: expiresAt,
            revokedAt: revokedAt, lastUsedOn: lastUsedOn)
    }
}

/// The tokens of an account, the newest first.
package struct SelectApiTokens: Statement {
    let account: AccountNumber

    package init(of account: AccountNumber) {
        self.account = account
    }

    package var sql: SQL {
        "SELECT \(fragment: ApiTokenColumns.list) FROM api_tokens t WHERE t.account = \(account) ORDER BY t.token DESC"
    }

    package func decode(_ row: Row) throws(PostgresError) -> ApiToken {
        try ApiTokenColumns.decode(row)
    }
}

/// Makes a token for a role that the account holds on that day. No row when it does not.
package struct InsertApiToken: Statement {
    let tokenHash: [UInt8]
    let account: AccountNumber
    let holding: Int64
    let name: String
    let scopes: [String]
    let createdAt: Instant
    let expiresAt: Instant
    let day: Day

    package init(
        tokenHash: [UInt8], for account: AccountNumber, holding: Int64, name: String, scopes: [String], at createdAt: Instant,
        until expiresAt: Instant, on day: Day
    ) {
        self.tokenHash = tokenHash
        self.account = account
        self.holding = holding
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.day = day
    }

    package var sql: SQL {
        """
        INSERT INTO api_tokens AS t (token_hash, account, holding, name, scopes, created_at, expires_at)
        SELECT \(tokenHash), h.account, h.holding, \(name), \(scopes), \(createdAt), \(expiresAt)
          FROM role_holdings h \(fragment: HoldingColumns.contract)
         WHERE h.holding = \(holding) AND h.account = \(account) AND \(fragment: HoldingColumns.counts(on: day))
        RETURNING \(fragment: ApiTokenColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> ApiToken {
        try ApiTokenColumns.decode(row)
    }
}

/// What a token stands for now. No row when it has expired, was revoked or never was one, when its role is not held any more, and when
/// its account is not active.
package struct FindApiToken: Statement {
    let tokenHash: [UInt8]
    let moment: Instant
    let day: Day

    package init(tokenHash: [UInt8], at moment: Instant, on day: Day) {
        self.tokenHash = tokenHash
        self.moment = moment
        self.day = day
    }

    package var sql: SQL {
        """
        SELECT t.token, t.account, t.scopes, t.last_used_on, \(fragment: HoldingColumns.list)
          FROM api_tokens t
          JOIN accounts a ON a.account = t.account AND a.state = 'active'
          JOIN role_holdings h ON h.holding = t.holding AND h.account = t.account
               \(fragment: HoldingColumns.contract)
         WHERE \(fragment: HoldingColumns.counts(on: day)) AND t.token_hash = \(tokenHash) AND t.revoked_at IS NULL AND t.expires_at > \(moment)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (
        number: Int64, account: AccountNumber, scopes: [String], lastUsedOn: Day?, holding: Holding?
    ) {
        let (number, account, scopes, used, h1, h2, h3, h4, h5, h6, h7, h8) = try row.decode(
            as: Int64.self, AccountNumber.self, [String].self, Day?.self, Int64?.self, Role?.self, String?.self, AreaCode?.self,
            District?.self, Int64?.self, Day?.self, Day?.self)
        return (number, account, scopes, used, HoldingColumns.holding((h1, h2, h3, h4, h5, h6, h7, h8)))
    }
}

/// Notes the day on which a token was used last.
package struct TouchApiToken: Command {
    let number: Int64
    let day: Day

    package init(_ number: Int64, on day: Day) {
        self.number = number
        self.day = day
    }

    package var sql: SQL {
        "UPDATE api_tokens SET last_used_on = \(day) WHERE token = \(number) AND (last_used_on IS NULL OR last_used_on < \(day))"
    }
}

/// Revokes a token of an account, or all of them. Touches no row that was revoked before.
package struct RevokeApiTokens: Command {
    let number: Int64?
    let account: AccountNumber
    let moment: Instant

    /// - Parameter number: nil for all.
    package init(_ number: Int64? = nil, of account: AccountNumber, at moment: Instant) {
        self.number = number
        self.account = account
        self.moment = moment
    }

    package var sql: SQL {
        """
        UPDATE api_tokens
           SET revoked_at = \(moment)
         WHERE account = \(account) AND (\(number) IS NULL OR token = \(number)) AND revoked_at IS NULL
        """
    }
}
