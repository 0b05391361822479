package import Values

/// A calibration that somebody proposed, and whether somebody else approved it.
package struct CalibrationRecord: Hashable, Sendable {
    package let number: Int64
    /// SHA-256 of the document in hexadecimal digits.
    package let hash: String
    package let rubricHash: String
    /// nil for the whole register.
    package let area: AreaCode?
    package let asOf: Day
    package let stage: String
    package let exits: Int32
    package let cases: Int32
    /// What was learned, in canonical notation.
    package let document: String
    /// How it would have done in the past, JSON.
    package let report: String
    package let author: String
    package let proposedAt: Instant
    package let approver: String?
    package let approvedAt: Instant?
    package let validFrom: Day?
    package let validThrough: Day?

    package init(
        number: Int64, hash: String, rubricHash: String, area: AreaCode?, asOf: Day, stage: String, exits: Int32, cases: Int32,
        document: String, report: String, author: String, proposedAt: Instant, approver: String?, approvedAt: Instant?, validFrom: Day?,
        validThrough: Day?
    ) {
        self.number = number
        self.hash = hash
        self.rubricHash = rubricHash
        self.area = area
        self.asOf = asOf
        self.stage = stage
        self.exits = exits
        self.cases = cases
        self.document = document
        self.report = report
        self.author = author
        self.proposedAt = proposedAt
        self.approver = approver
        self.approvedAt = approvedAt
        self.validFrom = validFrom
        self.validThrough = validThrough
    }
}
