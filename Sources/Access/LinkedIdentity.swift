package import Values

/// A person at an identity provider, by whom an account's person may come in.
package struct LinkedIdentity: Hashable, Sendable {
    /// Names it in lists.
    package let number: Int64
    /// The provider, by its own name.
    package let issuer: String
    /// The person there; only unique together with the issuer.
    package let subject: String
    package let linkedAt: Instant

    package init(number: Int64, issuer: String, subject: String, linkedAt: Instant) {
        self.number = number
        self.issuer = issuer
        self.subject = subject
        self.linkedAt = linkedAt
    }
}
