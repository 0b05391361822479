import Access
import Store
package import Values

/// Whether a day is worked, and why when its place in the week does not tell.
package struct DayCheck: Hashable, Sendable {
    package let day: Day
    package let isWorkingDay: Bool
    /// What the notice says of the day; nil where it is like any other of its kind.
    package let exception: CalendarException?
    /// The calendar, as `year.version`.
    package let calendar: String
}

/// Tells whether a day is worked.
package struct CheckWorkingDay: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/calendarMissing(year:)``.
    package func callAsFunction(_ day: Day, as caller: Caller) async throws -> DayCheck {
        let recorded = try await registry.reading(.checkWorkingDay, of: .anywhere, as: caller) { transaction in
            try await transaction.first(SelectCalendars(years: day.year...day.year))
        }
        guard let found = recorded else { throw Refusal.calendarMissing(year: day.year) }
        let isWorkingDay = try CalendarsInForce([found]).counting { calendar throws(CalendarMissing) in try calendar.isWorkingDay(day) }
        return DayCheck(
            day: day, isWorkingDay: isWorkingDay, exception: found.calendar.exception(on: day),
            calendar: "\(found.year).\(found.version)")
    }
}
