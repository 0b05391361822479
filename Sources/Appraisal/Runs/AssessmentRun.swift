package import Values

/// One run of an assessment: every organization of an area, or of the register, on one day by one rubric.
package struct AssessmentRun: Hashable, Sendable {
    package let run: Int64
    package let asOf: Day
    /// nil for the whole register.
    package let area: AreaCode?
    package let rubric: String
    /// SHA-256 of the rubric's content in hexadecimal digits.
    package let rubricHash: String
    package let startedAt: Instant
    /// nil while it runs, or when it was cut short.
    package let finishedAt: Instant?
    package let organizations: Int64

    package init(
        run: Int64, asOf: Day, area: AreaCode?, rubric: String, rubricHash: String, startedAt: Instant, finishedAt: Instant?,
        organizations: Int64
    ) {
        self.run = run
        self.asOf = asOf
        self.area = area
        self.rubric = rubric
        self.rubricHash = rubricHash
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.organizations = organizations
    }
}
