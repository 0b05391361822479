package import Access
import Incubation
package import Postgres
package import Values

/// The columns that make an ``Access/Session``, of a table called `s`.
enum SessionColumns {
    static let list: SQL = "s.session, s.account, s.created_at, s.last_seen_at, s.confirmed_at, s.second_factor_at, s.device"
}

/// How long a session lasts.
package struct SessionLimits: Hashable, Sendable {
    let createdAfter: Instant
    let seenAfter: Instant

    /// - Parameters:
    ///   - idle: how long nothing may come, in seconds.
    ///   - whole: how long it may last whatever comes, in seconds.
    package init(at moment: Instant, idle: Int64 = 30 * 60, whole: Int64 = 12 * 3600) {
        createdAfter = Instant(microsecondsSince1970: moment.microsecondsSince1970 &- whole &* 1_000_000)
        seenAfter = Instant(microsecondsSince1970: moment.microsecondsSince1970 &- idle &* 1_000_000)
    }

    /// The condition on a table called `s`.
    var condition: SQL { "s.created_at > \(createdAfter) AND s.last_seen_at > \(seenAfter)" }
}

/// The session of a token with its account's roles of the day, one row for each, and one row when there is none. No row for a session
/// that has ended, and none for an account that is not active.
package struct FindSession: Statement {
    let tokenHash: [UInt8]
    let limits: SessionLimits
    let day: Day

    package init(tokenHash: [UInt8], limits: SessionLimits, day: Day) {
        self.tokenHash = tokenHash
        self.limits = limits
        self.day = day
    }

    package var sql: SQL {
        """
        SELECT \(fragment: SessionColumns.list), s.csrf_secret, a.second_factor IS NOT NULL, \(fragment: HoldingColumns.list)
          FROM sessions s
          JOIN accounts a ON a.account = s.account AND a.state = 'active'
          LEFT JOIN (role_holdings h \(fragment: HoldingColumns.contract))
                 ON h.account = s.account AND \(fragment: HoldingColumns.counts(on: day))
         WHERE s.token_hash = \(tokenHash) AND \(fragment: limits.condition)
         ORDER BY h.holding
        """
    }

    /// - Returns: also the secret that the session's forms carry, and whether the account has a second factor.
    package func decode(
        _ row: Row
    ) throws(PostgresError) -> (session: Session, csrfSecret: [UInt8], hasSecondFactor: Bool, holding: Holding?) {
        let (number, account, created, seen, confirmed, second, device, csrf, hasFactor, h1, h2, h3, h4, h5, h6, h7, h8) = try row.decode(
            as: Int64.self, AccountNumber.self, Instant.self, Instant.self, Instant.self, Instant?.self, String?.self, [UInt8].self,
            Bool.self, Int64?.self, Role?.self, String?.self, AreaCode?.self, District?.self, Int64?.self, Day?.self, Day?.self)
        let session = Session(
            number: number, account: account, createdAt: created, lastSeenAt: seen, confirmedAt: confirmed, secondFactorAt: second,
            device: device)
        return (session, csrf, hasFactor, HoldingColumns.holding((h1, h2, h3, h4, h5, h6, h7, h8)))
    }
}

/// The sessions of an account that go on, the newest first.
package struct SelectSessions: Statement {
    let account: AccountNumber
    let limits: SessionLimits

    package init(of account: AccountNumber, limits: SessionLimits) {
        self.account = account
        self.limits = limits
    }

    package var sql: SQL {
        """
        SELECT \(fragment: SessionColumns.list)
          FROM sessions s
         WHERE s.account = \(account) AND \(fragment: limits.condition)
         ORDER BY s.session DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Session {
        let (number, account, created, seen, confirmed, second, device) = try row.decode(
            as: Int64.self, AccountNumber.self, Instant.self, Instant.self, Instant.self, Instant?.self, String?.self)
        return Session(
            number: number, account: account, createdAt: created, lastSeenAt: seen, confirmedAt: confirmed, secondFactorAt: second,
            device: device)
    }
}

/// Begins a session.
package struct InsertSession: Command {
    let tokenHash: [UInt8]
    let csrfSecret: [UInt8]
    let account: AccountNumber
    let moment: Instant
    let isTwoFactor: Bool
    let device: String?

    package init(
        tokenHash: [UInt8], csrfSecret: [UInt8], account: AccountNumber, at moment: Instant, isTwoFactor: Bool, device: String?
    ) {
        self.tokenHash = tokenHash
        self.csrfSecret = csrfSecret
        self.account = account
        self.moment = moment
        self.isTwoFactor = isTwoFactor
        self.device = device
    }

    package var sql: SQL {
        """
        INSERT INTO sessions (token_hash, csrf_secret, account, created_at, last_seen_at, confirmed_at, second_factor_at, device)
        VALUES (\(tokenHash), \(csrfSecret), \(account), \(moment), \(moment), \(moment), \(isTwoFactor ? moment : nil), \(device))
        """
    }
}

/// Gives a session another token, after the person has proved once more who they are; tells whether it has its second factor. No row when
/// it has ended.
package struct RotateSession: Statement {
    let old: [UInt8]
    let account: AccountNumber
    let new: [UInt8]
    let csrfSecret: [UInt8]
    let moment: Instant
    let isTwoFactor: Bool

    package init(
        _ old: [UInt8], of account: AccountNumber, to new: [UInt8], csrfSecret: [UInt8], at moment: Instant, isTwoFactor: Bool
    ) {
        self.old = old
        self.account = account
        self.new = new
        self.csrfSecret = csrfSecret
        self.moment = moment
        self.isTwoFactor = isTwoFactor
    }

    package var sql: SQL {
        """
        UPDATE sessions
           SET token_hash = \(new), csrf_secret = \(csrfSecret), last_seen_at = \(moment), confirmed_at = \(moment),
               second_factor_at = CASE WHEN \(isTwoFactor) THEN \(moment) ELSE second_factor_at END
         WHERE token_hash = \(old) AND account = \(account)
        RETURNING second_factor_at IS NOT NULL
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Bool {
        try row.decode(as: Bool.self)
    }
}

/// Notes that a session is in use.
package struct TouchSession: Command {
    let tokenHash: [UInt8]
    let moment: Instant

    package init(_ tokenHash: [UInt8], at moment: Instant) {
        self.tokenHash = tokenHash
        self.moment = moment
    }

    package var sql: SQL {
        "UPDATE sessions SET last_seen_at = \(moment) WHERE token_hash = \(tokenHash) AND last_seen_at < \(moment)"
    }
}

/// Ends sessions.
package struct DeleteSessions: Command {
    private let condition: SQL

    /// The one with that token.
    ///
    /// - Parameter account: whose it must be; nil for anybody's.
    package init(tokenHash: [UInt8], of account: AccountNumber?) {
        condition = "token_hash = \(tokenHash) AND (\(account) IS NULL OR account = \(account))"
    }

    /// One of an account's by its number.
    package init(_ number: Int64, of account: AccountNumber) {
        condition = "session = \(number) AND account = \(account)"
    }

    /// All of an account's.
    ///
    /// - Parameter kept: the token of the one that goes on.
    package init(of account: AccountNumber, except kept: [UInt8]? = nil) {
        condition = "account = \(account) AND (\(kept) IS NULL OR token_hash <> \(kept))"
    }

    /// A few that have lasted too long.
    package init(beyond limits: SessionLimits) {
        condition = """
            token_hash IN (SELECT s.token_hash FROM sessions s WHERE s.created_at <= \(limits.createdAfter)
                            ORDER BY s.created_at LIMIT 20 FOR UPDATE SKIP LOCKED)
            """
    }

    package var sql: SQL { "DELETE FROM sessions WHERE \(fragment: condition)" }
}
