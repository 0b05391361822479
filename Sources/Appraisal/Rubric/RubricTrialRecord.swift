package import Values

/// A rubric tried beside another on several days of the past.
package struct RubricTrialRecord: Hashable, Sendable {
    package let trial: Int64
    package let rubricHash: String
    package let besideHash: String
    package let days: [Day]
    package let madeBy: String
    package let startedAt: Instant
    /// nil while it runs, or when it was cut short.
    package let finishedAt: Instant?
    /// Assessments made by each of the two, and how many came to another status.
    package let organizations: Int64
    package let changed: Int64

    package init(
        trial: Int64, rubricHash: String, besideHash: String, days: [Day], madeBy: String, startedAt: Instant, finishedAt: Instant?,
        organizations: Int64, changed: Int64
    ) {
        self.trial = trial
        self.rubricHash = rubricHash
        self.besideHash = besideHash
        self.days = days
        self.madeBy = madeBy
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.organizations = organizations
        self.changed = changed
    }
}
