/// Why a provider's answer does not tell who somebody is.
package enum OpenIDFault: Error, Hashable, Sendable {
    /// It could not be reached, took too long, or answered with an error of its own.
    case unavailable
    /// Its description of itself is none, names another issuer, or leads to an address without TLS.
    case description
    /// It did not take the code: a wrong, used or expired one, or a client that it does not know.
    case codeRefused
    /// Its answer is not one, or larger than any should be.
    case answer
    /// The ID token does not hold, for that reason.
    case token(TokenFault)
}

/// Why an ID token does not hold.
package enum TokenFault: String, CaseIterable, Error, Hashable, Sendable {
    /// It is no signed token.
    case malformed
    /// It is signed by an algorithm that is not believed, or not signed.
    case algorithm
    /// The provider has no such key.
    case key
    case signature
    case issuer
    case audience
    case expired
    /// It was made in the future, or long ago.
    case issuedAt = "issued-at"
    /// It belongs to another request.
    case nonce
    case subject
    /// The provider does not say when it asked for a proof, or that was too long ago.
    case signedInAt = "signed-in-at"
}
