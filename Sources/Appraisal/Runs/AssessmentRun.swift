package import Values

/// One run of an assessment: every organization of an area, or of the register, on one day by one rubric.
package struct AssessmentRun: Hashable, Sendable {
    /// What it was started for.
    package enum Kind: String, CaseIterable, Sendable {
        /// Somebody asked for it.
        case demanded
        /// Every night, once a day and area.
        case nightly
        /// Organizations whose evidence had changed.
        case refresh
    }

    package let run: Int64
    package let kind: Kind
    package let asOf: Day
    /// nil for the whole register.
    package let area: AreaCode?
    package let rubric: String
    /// SHA-256 of the rubric's content in hexadecimal digits.
    package let rubricHash: String
    /// From where chance is drawn, as for visits to organizations without a flag.
    package let seed: Int64
    package let startedAt: Instant
    /// nil while it runs, or when it was cut short.
    package let finishedAt: Instant?
    package let organizations: Int64

    package init(
        run: Int64, kind: Kind, asOf: Day, area: AreaCode?, rubric: String, rubricHash: String, seed: Int64, startedAt: Instant,
        finishedAt: Instant?, organizations: Int64
    ) {
        self.run = run
        self.kind = kind
        self.asOf = asOf
        self.area = area
        self.rubric = rubric
        self.rubricHash = rubricHash
        self.seed = seed
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.organizations = organizations
    }
}
