import Postgres
import Store
import Values

/// The calendars of some years as they are in force now, with the versions that a decision by them has to name.
struct CalendarsInForce: Sendable {
    let calendar: WorkingCalendar
    private let versions: [Int: Int64]

    init(_ recorded: [RecordedCalendar]) {
        calendar = WorkingCalendar(recorded.map(\.calendar))
        versions = Dictionary(recorded.map { ($0.year, $0.version) }) { $1 }
    }

    /// The calendars of the years from one day to another, as `year.version`.
    func names(from start: Day, to end: Day) -> [String] {
        (start.year...max(start.year, end.year)).compactMap { year in versions[year].map { "\(year).\($0)" } }
    }

    /// Counts by the calendars.
    ///
    /// - Throws: ``Refusal/calendarMissing(year:)``.
    func counting<Value>(_ body: (WorkingCalendar) throws(CalendarMissing) -> Value) throws(Refusal) -> Value {
        do throws(CalendarMissing) {
            return try body(calendar)
        } catch {
            throw .calendarMissing(year: error.year)
        }
    }
}

extension Period {
    /// The years in which a period from a day may end, and a reminder of it lie.
    func years(from day: Day) -> ClosedRange<Int> {
        let more =
            switch unit {
            case .workingDay: amount / 200 + 1
            case .calendarDay: amount / 365 + 1
            case .month: amount / 12 + 1
            case .year: amount + 1
            }
        return day.year...max(day.year, min(9999, day.year + more))
    }
}

extension PostgresTransaction {
    /// The calendars that a period from a day needs, as far as there are any.
    func calendars(for period: Period, from day: Day) async throws -> CalendarsInForce {
        CalendarsInForce(try await all(SelectCalendars(years: period.years(from: day))))
    }
}
