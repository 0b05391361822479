package import Access
package import Postgres
package import Values

/// A person as an identity provider names them.
package struct ExternalIdentity: Hashable, Sendable {
    package let issuer: String
    /// Only unique together with the issuer.
    package let subject: String

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

/// Whose an external identity is; no row when it is linked to nobody.
package struct FindLinkedAccount: Statement {
    let identity: ExternalIdentity?

    /// - Parameter identity: nil for nobody's.
    package init(ofOne identity: ExternalIdentity?) {
        self.identity = identity
    }

    package var sql: SQL {
        """
        SELECT e.account, a.state
          FROM external_identities e
          JOIN accounts a ON a.account = e.account
         WHERE e.issuer = \(identity?.issuer) AND e.subject = \(identity?.subject)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (account: AccountNumber, state: AccountState) {
        try row.decode(as: AccountNumber.self, AccountState.self)
    }
}

/// Links an external identity to an account. One that is linked already fails with `external_identities_pkey`, an account that has one of
/// the same issuer with `external_identities_account_key`.
package struct InsertExternalIdentity: Command {
    let identity: ExternalIdentity
    let account: AccountNumber
    let moment: Instant

    package init(_ identity: ExternalIdentity, of account: AccountNumber, at moment: Instant) {
        self.identity = identity
        self.account = account
        self.moment = moment
    }

    package var sql: SQL {
        """
        INSERT INTO external_identities (issuer, subject, account, linked_at)
        VALUES (\(identity.issuer), \(identity.subject), \(account), \(moment))
        """
    }
}

/// The identities that are linked to an account.
package struct SelectExternalIdentities: Statement {
    let account: AccountNumber

    package init(of account: AccountNumber) {
        self.account = account
    }

    package var sql: SQL {
        "SELECT identity, issuer, subject, linked_at FROM external_identities WHERE account = \(account) ORDER BY identity"
    }

    package func decode(_ row: Row) throws(PostgresError) -> LinkedIdentity {
        let (number, issuer, subject, linkedAt) = try row.decode(as: Int64.self, String.self, String.self, Instant.self)
        return LinkedIdentity(number: number, issuer: issuer, subject: subject, linkedAt: linkedAt)
    }
}

/// Unlinks an identity. Touches no row for a number that is none of the account's.
package struct DeleteExternalIdentity: Command {
    let number: Int64
    let account: AccountNumber

    package init(_ number: Int64, of account: AccountNumber) {
        self.number = number
        self.account = account
    }

    package var sql: SQL { "DELETE FROM external_identities WHERE identity = \(number) AND account = \(account)" }
}
