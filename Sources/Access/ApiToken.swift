package import Values

/// A token by which a program acts for an account, with one of its roles.
package struct ApiToken: Hashable, Sendable {
    /// Names it in lists; says nothing about its secret.
    package let number: Int64
    package let account: AccountNumber
    /// The role by which it acts.
    package let holding: Int64
    /// What it is for, in the words of whoever made it.
    package let name: String
    /// Names of use cases, or `read` for all that only read.
    package let scopes: [String]
    package let createdAt: Instant
    package let expiresAt: Instant
    package let revokedAt: Instant?
    package let lastUsedOn: Day?

    package init(
        number: Int64, account: AccountNumber, holding: Int64, name: String, scopes: [String], createdAt: Instant, expiresAt: Instant,
        revokedAt: Instant?, lastUsedOn: Day?
    ) {
        self.number = number
        self.account = account
        self.holding = holding
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.lastUsedOn = lastUsedOn
    }
}
