import Foundation
import Testing
import Values

/// Known days of the calendars that the register comes with, and the edges of counting.
struct WorkingCalendarTests {
    /// Reads `sql/reference/calendar`, whose rows are `day,kind,…`.
    private static let calendar: WorkingCalendar = {
        let folder = URL(filePath: #filePath).appending(path: "../../../../sql/reference/calendar").standardizedFileURL
        let years = (2024...2026).compactMap { year -> CalendarYear? in
            let text = (try? String(contentsOf: folder.appending(path: "\(year).csv"), encoding: .utf8)) ?? ""
            let exceptions = text.split(separator: "\n").dropFirst().compactMap { line -> CalendarException? in
                let cells = line.split(separator: ",")
                guard let day = Day(iso: cells[0]), let kind = CalendarException.Kind(rawValue: String(cells[1])) else { return nil }
                return CalendarException(day: day, kind: kind, occasion: BilingualText(zh: String(cells[2]), en: String(cells[3])))
            }
            return try? CalendarYear(year: year, exceptions: exceptions)
        }
        return WorkingCalendar(years)
    }()

    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test(arguments: [
        // Spring Festival 2025: 26 January and 8 February are worked, 28 January to 4 February are not.
        ("2025-01-24", 1, "2025-01-26"), ("2025-01-24", 2, "2025-01-27"), ("2025-01-27", 1, "2025-02-05"), ("2025-01-30", 1, "2025-02-05"),
        ("2025-02-07", 1, "2025-02-08"), ("2025-02-08", 1, "2025-02-10"), ("2025-01-22", 5, "2025-02-05"),
        // Spring Festival 2026: 15 to 23 February; 14 and 28 February are worked.
        ("2026-02-13", 1, "2026-02-14"), ("2026-02-14", 1, "2026-02-24"), ("2026-02-15", 1, "2026-02-24"), ("2026-02-27", 1, "2026-02-28"),
        ("2026-02-28", 1, "2026-03-02"), ("2026-02-11", 5, "2026-02-25"),
        // 2024: the eve was worked, 4 and 18 February were Sundays worked.
        ("2024-02-08", 1, "2024-02-09"), ("2024-02-09", 1, "2024-02-18"), ("2024-02-02", 1, "2024-02-04"),
        // National Day with Mid-Autumn 2025, and the end of the year.
        ("2025-09-30", 1, "2025-10-09"), ("2025-10-10", 1, "2025-10-11"), ("2025-12-31", 1, "2026-01-04"), ("2025-12-30", 2, "2026-01-04"),
        ("2025-12-31", 2, "2026-01-05"), ("2026-01-05", -2, "2025-12-31"),
        // Five working days from a day that is not worked.
        ("2026-06-20", 5, "2026-06-26"), ("2024-05-11", 0, "2024-05-11"), ("2024-05-12", 0, "2024-05-13"),
    ])
    func `working days run past holidays and count the days that make up for them`(from: String, count: Int, to: String) throws {
        #expect(try Self.calendar.adding(workingDays: count, to: Self.day(from)).iso == to)
    }

    @Test(arguments: [(2024, 251), (2025, 248), (2026, 248)]) func `a year has as many working days as the law leaves it`(
        year: Int, count: Int
    ) throws {
        // 366 or 365 days without 104 of weekends and the 11 or, since 2025, 13 days of holiday.
        let (before, last) = (try #require(Day(year: year, month: 1, day: 1)), try #require(Day(year: year, month: 12, day: 31)))
        let rest = try Self.calendar.workingDays(from: before, to: last)
        #expect(rest + (try Self.calendar.isWorkingDay(before) ? 1 : 0) == count)
    }

    @Test(arguments: [
        // 30 days from 1 September 2025 end on the day before the holiday; 31 days in it, and move behind it.
        ("2025-09-01", 29, Period.Unit.calendarDay, "2025-09-30"), ("2025-09-01", 30, .calendarDay, "2025-10-09"),
        ("2025-01-11", 15, .calendarDay, "2025-01-26"), ("2025-01-10", 15, .calendarDay, "2025-01-26"),
        ("2024-01-31", 1, .month, "2024-02-29"), ("2025-01-31", 1, .month, "2025-02-28"), ("2024-12-31", 2, .month, "2025-02-28"),
        ("2026-01-31", 1, .month, "2026-02-28"), ("2025-08-31", 1, .month, "2025-09-30"), ("2025-09-01", 1, .month, "2025-10-09"),
        ("2024-02-29", 1, .year, "2025-02-28"), ("2024-02-29", 2, .year, "2026-02-28"), ("2024-05-01", 1, .year, "2025-05-06"),
        ("2024-02-28", 1, .calendarDay, "2024-02-29"), ("2025-02-28", 1, .calendarDay, "2025-03-03"),
        ("2025-12-31", 1, .workingDay, "2026-01-04"),
    ])
    func `a period ends as the Civil Code says`(from: String, amount: Int, unit: Period.Unit, to: String) throws {
        let period = try #require(Period(amount, unit))
        #expect(try Self.calendar.end(of: period, from: Self.day(from)).iso == to)
    }

    @Test func `a last day that does not move on may be a holiday`() throws {
        let period = try #require(Period(1, .year))
        #expect(try Self.calendar.end(of: period, from: Self.day("2024-05-01"), movesOn: false).iso == "2025-05-01")
        // Without moving, no calendar of the last year is needed.
        #expect(try Self.calendar.end(of: period, from: Self.day("2026-05-01"), movesOn: false).iso == "2027-05-01")
    }

    @Test func `nothing is computed in a year without a calendar, and the year is named`() throws {
        let calendar = Self.calendar
        let day = try Self.day("2026-12-28")
        #expect(try calendar.adding(workingDays: 3, to: day).iso == "2026-12-31")
        #expect(throws: CalendarMissing(year: 2027)) { try calendar.adding(workingDays: 4, to: day) }
        #expect(throws: CalendarMissing(year: 2023)) { try calendar.adding(workingDays: -1, to: Self.day("2024-01-01")) }
        #expect(throws: CalendarMissing(year: 2027)) { try calendar.isWorkingDay(Self.day("2027-01-04")) }
        #expect(throws: CalendarMissing(year: 2027)) { try calendar.workingDays(from: day, to: Self.day("2028-01-04")) }
        let period = try #require(Period(10, .calendarDay))
        #expect(throws: CalendarMissing(year: 2027)) { try calendar.end(of: period, from: day) }
        // The first day does not count, so its own year is not asked for.
        #expect(try calendar.adding(workingDays: 1, to: Self.day("2023-12-31")).iso == "2024-01-02")
        #expect(throws: CalendarMissing(year: 2023)) { try calendar.adding(workingDays: 1, to: Self.day("2023-12-30")) }
        for count in [Int.max, .min] {
            #expect(throws: CalendarMissing.self) { try calendar.adding(workingDays: count, to: day) }
        }
        #expect(throws: CalendarMissing.self) { try WorkingCalendar([]).workingDay(from: .latest) }
        #expect(try WorkingCalendar([]).workingDays(from: day, to: day) == 0)
    }

    @Test func `a deadline by a day ends at midnight in China`() throws {
        let day = try Self.day("2026-05-31")
        let end = Instant(endOf: day)
        #expect(end.rfc3339 == "2026-05-31T16:00:00.000000Z")
        #expect(Instant(microsecondsSince1970: end.microsecondsSince1970 - 1).dayInChina == day)
        #expect(end.dayInChina == day.adding(days: 1))
        #expect(Instant(endOf: .latest) > end && Instant(endOf: .earliest) < end)
    }

    @Test func `what is no exception makes no calendar`() throws {
        let occasion = BilingualText(zh: "节", en: "feast")
        func fault(_ days: (String, CalendarException.Kind)...) throws -> CalendarFault? {
            let exceptions = try days.map { CalendarException(day: try Self.day($0), kind: $1, occasion: occasion) }
            do throws(CalendarFault) { _ = try CalendarYear(year: 2026, exceptions: exceptions) } catch { return error }
            return nil
        }
        #expect(try fault(("2026-01-01", .dayOff), ("2026-01-04", .makeUpDay)) == nil)
        #expect(try fault(("2025-12-31", .dayOff)) == .dayOfOtherYear(Self.day("2025-12-31"), expected: 2026))
        #expect(try fault(("2026-01-01", .dayOff), ("2026-01-01", .dayOff)) == .dayTwice(Self.day("2026-01-01")))
        #expect(try fault(("2026-01-03", .dayOff)) == .dayOffAtWeekend(Self.day("2026-01-03")))
        #expect(try fault(("2026-01-05", .makeUpDay)) == .makeUpDayOnWeekday(Self.day("2026-01-05")))
        for year in [0, -5, 10_000] {
            #expect(throws: CalendarFault.yearImpossible(year)) { try CalendarYear(year: year, exceptions: []) }
        }
        #expect(Period(0, .month) == nil && Period(1001, .month) == nil && Period(1000, .month) != nil)
    }

    @Test func `weekends are where a count of weeks puts them`() {
        for days in -5000...5000 {
            guard let day = Day(daysSince1970: days * 7 + days) else { continue }
            #expect(day.isWeekend == !RandomCalendar.isWeekday(day), "\(day)")
        }
    }
}
