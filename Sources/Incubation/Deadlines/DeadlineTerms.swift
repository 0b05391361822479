package import Values

/// How long something may wait, when its owner is reminded and when it goes to somebody higher.
package struct DeadlineTerms: Hashable, Sendable {
    package let period: Period
    /// Whether a last day that is not worked gives way to the next that is. A span of years does not: its calendar is not known in time.
    package let movesOn: Bool
    /// How long before the last day the owner is reminded, 0 to 366: in working days where the period is, otherwise in days.
    package let remindBefore: Int
    /// How many days after the last day it escalates, 1 to 366.
    package let escalateAfter: Int

    /// Nil outside the ranges.
    package init?(period: Period, movesOn: Bool = true, remindBefore: Int, escalateAfter: Int = 1) {
        guard (0...366).contains(remindBefore), (1...366).contains(escalateAfter) else { return nil }
        self.period = period
        self.movesOn = movesOn
        self.remindBefore = remindBefore
        self.escalateAfter = escalateAfter
    }

    /// The days of something that waits from a day on, which itself does not count.
    ///
    /// - Throws: ``Values/CalendarMissing`` when a day cannot be counted; no deadline is guessed.
    package func days(from start: Day, by calendar: WorkingCalendar) throws(CalendarMissing) -> DeadlineDays {
        let due = try calendar.end(of: period, from: start, movesOn: movesOn)
        return DeadlineDays(
            startsOn: start, remindOn: try reminder(of: due, since: start, by: calendar), dueOn: due,
            escalateOn: due.adding(days: escalateAfter))
    }

    /// Never before the start: who has less time than that is reminded at once.
    private func reminder(of due: Day, since start: Day, by calendar: WorkingCalendar) throws(CalendarMissing) -> Day {
        if remindBefore == 0 { return due }
        guard period.unit == .workingDay else { return max(start, due.adding(days: -remindBefore)) }
        return remindBefore < period.amount ? try calendar.adding(workingDays: -remindBefore, to: due) : start
    }
}

/// The days of one thing that waits, in their order.
package struct DeadlineDays: Hashable, Sendable {
    /// From which the period counts; it does not count itself.
    package let startsOn: Day
    package let remindOn: Day
    /// The last day.
    package let dueOn: Day
    package let escalateOn: Day

    package init(startsOn: Day, remindOn: Day, dueOn: Day, escalateOn: Day) {
        self.startsOn = startsOn
        self.remindOn = remindOn
        self.dueOn = dueOn
        self.escalateOn = escalateOn
    }

    /// When the last day is over: 24:00 in China.
    package var dueBy: Instant { Instant(endOf: dueOn) }
}
