package import Values

/// One version of an organization's charter.
package struct CharterRecord: RecordedEvidence {
    package let record: RecordMark
    /// The day the meeting adopted it; nil for a draft, which is no charter on file.
    package var adoptedOn: Day?
    package var clausesRequired: Int
    package var clausesPresent: Int
    package var reviewedOn: Day?

    package init(record: RecordMark, adoptedOn: Day?, clausesRequired: Int, clausesPresent: Int, reviewedOn: Day? = nil) {
        self.record = record
        self.adoptedOn = adoptedOn
        self.clausesRequired = clausesRequired
        self.clausesPresent = clausesPresent
        self.reviewedOn = reviewedOn
    }
}
