import Testing
import Values

/// Calendars that no notice has announced.
enum TestCalendars {
    /// A year in which New Year's Day is not worked, and the first Saturday of February is.
    static func made(_ year: Int, newYear: String = "元旦") throws -> PublishedCalendar {
        var newYearsDay = try #require(Day(year: year, month: 1, day: 1))
        while newYearsDay.isWeekend { newYearsDay = newYearsDay.adding(days: 1) }
        var saturday = try #require(Day(year: year, month: 2, day: 1))
        while !saturday.isWeekend { saturday = saturday.adding(days: 1) }
        let days = [
            CalendarException(day: newYearsDay, kind: .dayOff, occasion: BilingualText(zh: newYear, en: "New Year")),
            CalendarException(day: saturday, kind: .makeUpDay, occasion: BilingualText(zh: "春节", en: "Spring Festival")),
        ]
        return PublishedCalendar(
            calendar: try CalendarYear(year: year, exceptions: days),
            source: BilingualText(zh: "试验用〔\(year)〕1号", en: "for a trial (1 of \(year))"))
    }
}
