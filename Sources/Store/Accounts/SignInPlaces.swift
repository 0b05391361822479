package import Access
package import Postgres
package import Values

/// Whether a login signed in from a place lately; no row when it did not, and none for a login that nobody has.
package struct FindSignInPlace: Statement {
    let foldedLogin: String
    let place: [UInt8]
    let since: Instant

    /// - Parameter place: SHA-256 of the address.
    package init(ofFoldedLogin login: String, place: [UInt8], since: Instant) {
        foldedLogin = login
        self.place = place
        self.since = since
    }

    package var sql: SQL {
        """
        SELECT p.account
          FROM sign_in_places p
          JOIN accounts a ON a.account = p.account
         WHERE a.folded_login = \(foldedLogin) AND p.place = \(place) AND p.seen_at > \(since)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AccountNumber {
        try row.decode(as: AccountNumber.self)
    }
}

/// Remembers from where an account signed in, and forgets where it has not for long.
package struct RememberSignInPlace: Sendable {
    let account: AccountNumber
    let place: [UInt8]
    let moment: Instant
    let oldest: Instant

    package init(_ place: [UInt8], of account: AccountNumber, at moment: Instant, forgettingBefore oldest: Instant) {
        self.place = place
        self.account = account
        self.moment = moment
        self.oldest = oldest
    }

    package var statements: [SQL] {
        [
            """
            INSERT INTO sign_in_places AS p (account, place, seen_at)
            VALUES (\(account), \(place), \(moment))
            ON CONFLICT (account, place) DO UPDATE SET seen_at = greatest(p.seen_at, excluded.seen_at)
            """,
            "DELETE FROM sign_in_places WHERE account = \(account) AND seen_at < \(oldest)",
        ]
    }
}
