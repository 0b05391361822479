package import Values

/// A post of the leadership team and who holds it.
package struct LeadershipPost: RecordedEvidence {
    package let record: RecordMark
    /// The post's code, such as `chair`, `secretary`, `treasurer`, `supervisor`.
    package var post: String
    /// Whether the organization cannot do without it.
    package var isKey: Bool
    /// The holder, known by a number only; nil while the post is vacant.
    package var person: Int64?
    /// The first day of the holding, or of the vacancy.
    package var since: Day
    package var termEndsOn: Day?
    /// The last day of the holding or vacancy; a day after the appraisal's day does not count yet.
    package var until: Day?
    /// The last day on which the holder did something that is on record.
    package var lastActedOn: Day?

    package init(record: RecordMark, post: String, isKey: Bool, person: Int64?, since: Day) {
        self.record = record
        self.post = post
        self.isKey = isKey
        self.person = person
        self.since = since
    }
}
