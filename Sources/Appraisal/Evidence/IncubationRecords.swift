package import Values

/// A mentor whom the incubator assigned to an organization.
package struct MentorAssignment: RecordedEvidence {
    package let record: RecordMark
    package var mentor: Int64
    package var since: Day
    /// The last day; a day after the appraisal's day does not count yet.
    package var until: Day?

    package init(record: RecordMark, mentor: Int64, since: Day, until: Day? = nil) {
        self.record = record
        self.mentor = mentor
        self.since = since
        self.until = until
    }
}

/// An organization's entry into a stage of its incubation case.
package struct IncubationStageRecord: RecordedEvidence {
    package var record: RecordMark
    /// The stage's code, such as `admitted`, `incubating`, `graduated`.
    package var stage: String
    /// Whether an organization in this stage is being incubated.
    package var isIncubation: Bool
    package var enteredOn: Day

    package init(record: RecordMark, stage: String, isIncubation: Bool, enteredOn: Day) {
        self.record = record
        self.stage = stage
        self.isIncubation = isIncubation
        self.enteredOn = enteredOn
    }
}
