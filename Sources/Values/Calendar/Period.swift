/// How long somebody has for something.
package struct Period: Hashable, Sendable {
    package enum Unit: String, CaseIterable, Hashable, Sendable {
        case workingDay
        case calendarDay
        case month
        case year
    }

    /// 1 to 1000.
    package let amount: Int
    package let unit: Unit

    package static let amounts = 1...1000

    package init?(_ amount: Int, _ unit: Unit) {
        guard Self.amounts.contains(amount) else { return nil }
        self.amount = amount
        self.unit = unit
    }
}

extension WorkingCalendar {
    /// The last day of a period that begins with a day, which itself does not count (Civil Code arts. 201 to 203).
    ///
    /// Months and years end on the same day of the month, or on the month's last where it has no such day.
    /// - Parameter movesOn: whether a last day that is not worked gives way to the next one that is.
    package func end(of period: Period, from day: Day, movesOn: Bool = true) throws(CalendarMissing) -> Day {
        let last =
            switch period.unit {
            case .workingDay: try adding(workingDays: period.amount, to: day)
            case .calendarDay: day.adding(days: period.amount)
            case .month: day.adding(months: period.amount)
            case .year: day.adding(months: period.amount * 12)
            }
        return movesOn ? try workingDay(from: last) : last
    }
}
