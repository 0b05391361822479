import Access

/// An identity that is linked to an account, as a row of a table.
struct IdentityRow: Encodable, Sendable {
    let number: String
    let issuer: String
    let subject: String
    let linked: String
    /// Where the button for taking it away sends; nil for who may not.
    let end: String?

    init(_ identity: LinkedIdentity, endedAt path: String?, _ w: Words) {
        number = String(identity.number)
        (issuer, subject) = (identity.issuer, identity.subject)
        linked = w(identity.linkedAt)
        end = path
    }
}
