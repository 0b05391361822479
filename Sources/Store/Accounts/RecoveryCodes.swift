package import Access
package import Postgres
package import Values

/// Puts new recovery codes in place of all that an account had.
package struct ReplaceRecoveryCodes: Sendable {
    let account: AccountNumber
    let hashes: [[UInt8]]

    package init(of account: AccountNumber, hashes: [[UInt8]]) {
        self.account = account
        self.hashes = hashes
    }

    package var statements: [SQL] {
        [
            "DELETE FROM recovery_codes WHERE account = \(account)",
            "INSERT INTO recovery_codes (account, code_hash) SELECT \(account), c.hash FROM unnest(\(hashes)) AS c (hash)",
        ]
    }
}

/// Uses a recovery code up. Touches no row when it was used before or is none.
package struct UseRecoveryCode: Command {
    let account: AccountNumber
    let hash: [UInt8]
    let moment: Instant

    package init(_ hash: [UInt8], of account: AccountNumber, at moment: Instant) {
        self.hash = hash
        self.account = account
        self.moment = moment
    }

    package var sql: SQL {
        "UPDATE recovery_codes SET used_at = \(moment) WHERE account = \(account) AND code_hash = \(hash) AND used_at IS NULL"
    }
}

/// How many recovery codes an account has left.
package struct CountRecoveryCodes: Statement {
    let account: AccountNumber

    package init(of account: AccountNumber) {
        self.account = account
    }

    package var sql: SQL { "SELECT count(*) FROM recovery_codes WHERE account = \(account) AND used_at IS NULL" }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
