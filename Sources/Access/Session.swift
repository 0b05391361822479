package import Values

/// A sign-in that goes on: one browser of one account.
package struct Session: Hashable, Sendable {
    /// Names it in lists; says nothing about its token.
    package let number: Int64
    package let account: AccountNumber
    package let createdAt: Instant
    package let lastSeenAt: Instant
    /// When the person last proved who they are.
    package let confirmedAt: Instant
    /// nil as long as the second factor is missing.
    package let secondFactorAt: Instant?
    /// What kind of device, as far as it told.
    package let device: String?

    package init(
        number: Int64, account: AccountNumber, createdAt: Instant, lastSeenAt: Instant, confirmedAt: Instant, secondFactorAt: Instant?,
        device: String?
    ) {
        self.number = number
        self.account = account
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.confirmedAt = confirmedAt
        self.secondFactorAt = secondFactorAt
        self.device = device
    }
}
