package import Access
package import Postgres
package import Values

/// What a browser needs when it comes back from the identity provider.
package struct ProviderSignIn: Hashable, Sendable {
    /// What somebody went there for.
    package enum Purpose: String, PostgresCodable, Sendable {
        case signIn = "sign-in"
        /// To take up an invitation.
        case activation
        /// To link who they are there to their account here.
        case link
        /// To prove once more who they are.
        case confirmation
    }

    package let purpose: Purpose
    package let nonce: String
    package let codeVerifier: String
    /// Who is signed in; nil for who is not.
    package let account: AccountNumber?
    /// Of the invitation that is taken up; nil without one.
    package let invitationHash: [UInt8]?
    /// The page of this site to go on to.
    package let leadingTo: String

    package init(
        _ purpose: Purpose, nonce: String, codeVerifier: String, account: AccountNumber? = nil, invitationHash: [UInt8]? = nil,
        leadingTo: String
    ) {
        self.purpose = purpose
        self.nonce = nonce
        self.codeVerifier = codeVerifier
        self.account = account
        self.invitationHash = invitationHash
        self.leadingTo = leadingTo
    }
}

/// Keeps it for a browser that leaves for the provider.
package struct InsertProviderSignIn: Command {
    let signIn: ProviderSignIn
    let typed: [UInt8]?
    let stateHash: [UInt8]
    let browserHash: [UInt8]
    let expiresAt: Instant

    /// - Parameter typed: what was typed before, encrypted; nil for nothing.
    package init(_ signIn: ProviderSignIn, typed: [UInt8]?, stateHash: [UInt8], browserHash: [UInt8], until expiresAt: Instant) {
        self.signIn = signIn
        self.typed = typed
        self.stateHash = stateHash
        self.browserHash = browserHash
        self.expiresAt = expiresAt
    }

    package var sql: SQL {
        """
        INSERT INTO provider_sign_ins
            (state_hash, browser_hash, purpose, nonce, code_verifier, account, invitation_hash, leading_to, typed, expires_at)
        VALUES (\(stateHash), \(browserHash), \(signIn.purpose), \(signIn.nonce), \(signIn.codeVerifier), \(signIn.account),
                \(signIn.invitationHash), \(signIn.leadingTo), \(typed), \(expiresAt))
        """
    }
}

/// Takes out what was kept for a browser that has come back: once only, not for another browser, and not for ever.
package struct TakeProviderSignIn: Statement {
    let stateHash: [UInt8]
    let browserHash: [UInt8]
    let moment: Instant

    package init(stateHash: [UInt8], browserHash: [UInt8], at moment: Instant) {
        self.stateHash = stateHash
        self.browserHash = browserHash
        self.moment = moment
    }

    package var sql: SQL {
        """
        DELETE FROM provider_sign_ins
         WHERE state_hash = \(stateHash) AND browser_hash = \(browserHash) AND expires_at > \(moment)
        RETURNING purpose, nonce, code_verifier, account, invitation_hash, leading_to, typed
        """
    }

    /// - Returns: also what was typed before, encrypted.
    package func decode(_ row: Row) throws(PostgresError) -> (signIn: ProviderSignIn, typed: [UInt8]?) {
        let (purpose, nonce, verifier, account, invitation, next, typed) = try row.decode(
            as: ProviderSignIn.Purpose.self, String.self, String.self, AccountNumber?.self, [UInt8]?.self, String.self, [UInt8]?.self)
        let signIn = ProviderSignIn(
            purpose, nonce: nonce, codeVerifier: verifier, account: account, invitationHash: invitation, leadingTo: next)
        return (signIn, typed)
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
