import Access
package import Values

/// Where a period ends that begins on a day.
package struct PeriodEnd: Hashable, Sendable {
    package let from: Day
    package let period: Period
    /// The last day.
    package let day: Day
    /// When it is over: 24:00 in China.
    package let until: Instant
    /// The calendars that it was counted by, as `year.version`.
    package let calendars: [String]
}

/// Finds the day on which a period ends, by the calendars in force.
package struct CountPeriod: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/calendarMissing(year:)``.
    package func callAsFunction(_ period: Period, from day: Day, as caller: Caller) async throws -> PeriodEnd {
        try await registry.reading(.countPeriod, of: .anywhere, as: caller) { transaction in
            let calendars = try await transaction.calendars(for: period, from: day)
            let end = try calendars.counting { calendar throws(CalendarMissing) in try calendar.end(of: period, from: day) }
            return PeriodEnd(
                from: day, period: period, day: end, until: Instant(endOf: end), calendars: calendars.names(from: day, to: end))
        }
    }
}
