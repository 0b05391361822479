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
    let identity: ExternalIdentity

    package init(_ identity: ExternalIdentity) {
        self.identity = identity
    }

    package var sql: SQL {
        """
        SELECT e.account, a.state
          FROM external_identities e
          JOIN accounts a ON a.account = e.account
         WHERE e.issuer = \(identity.issuer) AND e.subject = \(identity.subject)
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

/// Keeps what a browser needs when it comes back from the identity provider.
package struct InsertProviderSignIn: Command {
    let stateHash: [UInt8]
    let nonce: String
    let codeVerifier: String
    let expiresAt: Instant

    package init(stateHash: [UInt8], nonce: String, codeVerifier: String, until expiresAt: Instant) {
        self.stateHash = stateHash
        self.nonce = nonce
        self.codeVerifier = codeVerifier
        self.expiresAt = expiresAt
    }

    package var sql: SQL {
        """
        INSERT INTO provider_sign_ins (state_hash, nonce, code_verifier, expires_at)
        VALUES (\(stateHash), \(nonce), \(codeVerifier), \(expiresAt))
        """
    }
}

/// Takes out what was kept for a browser that has come back: once only, and not for ever.
package struct TakeProviderSignIn: Statement {
    let stateHash: [UInt8]
    let moment: Instant

    package init(stateHash: [UInt8], at moment: Instant) {
        self.stateHash = stateHash
        self.moment = moment
    }

    package var sql: SQL {
        "DELETE FROM provider_sign_ins WHERE state_hash = \(stateHash) AND expires_at > \(moment) RETURNING nonce, code_verifier"
    }

    package func decode(_ row: Row) throws(PostgresError) -> (nonce: String, codeVerifier: String) {
        try row.decode(as: String.self, String.self)
    }
}

/// Forgets a few browsers that never came back.
package struct ForgetProviderSignIns: Command {
    let moment: Instant

    package init(at moment: Instant) {
        self.moment = moment
    }

    package var sql: SQL {
        """
        DELETE FROM provider_sign_ins
         WHERE state_hash IN (SELECT p.state_hash FROM provider_sign_ins p WHERE p.expires_at <= \(moment)
                               ORDER BY p.expires_at LIMIT 20 FOR UPDATE SKIP LOCKED)
        """
    }
}
