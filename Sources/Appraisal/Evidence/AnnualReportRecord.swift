package import Values

/// One yearly report that an organization owes.
package struct AnnualReportRecord: RecordedEvidence {
    /// Known from the day the duty was entered.
    package let record: RecordMark
    package var periodEnd: Day
    package var dueOn: Day
    /// The day it came in; nil while it has not. A day after the appraisal's day counts as not yet received.
    package var receivedOn: Day?

    package init(record: RecordMark, periodEnd: Day, dueOn: Day, receivedOn: Day? = nil) {
        self.record = record
        self.periodEnd = periodEnd
        self.dueOn = dueOn
        self.receivedOn = receivedOn
    }
}
