package import Values

/// A version of a rubric that the register keeps.
package struct RubricVersion: Hashable, Sendable {
    /// SHA-256 of the content in hexadecimal digits.
    package let hash: String
    package let id: String
    /// Who proposed it, by the name in the audit; `shipped` for what came with the program.
    package let author: String
    package let validFrom: Day
    package let validThrough: Day?
    package let proposedAt: Instant
    /// The newest activation; nil for one that was never in force.
    package let activatedBy: String?
    package let activatedAt: Instant?

    /// The author of what came with the program.
    package static let shippedAuthor = "shipped"

    /// Whether it came with the program, so that nobody here is its author.
    package var isShipped: Bool { author == Self.shippedAuthor }

    package init(
        hash: String, id: String, author: String, validFrom: Day, validThrough: Day?, proposedAt: Instant, activatedBy: String?,
        activatedAt: Instant?
    ) {
        self.hash = hash
        self.id = id
        self.author = author
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.proposedAt = proposedAt
        self.activatedBy = activatedBy
        self.activatedAt = activatedAt
    }
}
