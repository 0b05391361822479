package import Values

/// What the activity log says about one calendar month. Of several records of the same month the one known last counts.
package struct ActivityMonth: RecordedEvidence {
    package let record: RecordMark
    /// Any day of the month.
    package var month: Day
    /// Recorded activities; 0 means that the log is kept and nothing took place.
    package var activities: Int
    /// The last day of the month on which something took place; without it the end of the month is assumed.
    package var lastActivityOn: Day?
    /// Distinct people who took part or helped.
    package var activePeople: Double?
    /// Distinct participants in the twelve months that end with this one.
    package var participantsInYear: Double?
    package var outsideBoundary: Int?
    /// Services delivered or projects closed.
    package var results: Int?
    /// Hours (or actions) by person.
    package var contributions: [PersonContribution] = []

    package init(record: RecordMark, month: Day, activities: Int) {
        self.record = record
        self.month = month
        self.activities = activities
    }
}

/// How much one person, known by a number only, contributed.
package struct PersonContribution: Hashable, Sendable {
    package var person: Int64
    package var hours: Double

    package init(person: Int64, hours: Double) {
        self.person = person
        self.hours = hours
    }
}
