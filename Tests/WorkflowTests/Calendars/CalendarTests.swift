import Postgres
import Store
import Testing
import Values
import Workflow

/// Calendars as the register keeps them: entered by year, never changed, counted by.
struct CalendarTests {
    @Test func `the calendars that come along are those of 2024 to 2026`() async throws {
        try await TestRegistry.run { test in
            let listed = try await ListCalendars(registry: test.registry)(as: test.caller)
            #expect(listed.map(\.year) == [2024, 2025, 2026])
            #expect(listed.map(\.calendar.workingDayCount) == [251, 248, 248])
            #expect(listed.map(\.version) == [1, 1, 1])
            #expect(listed.map(\.published) == EmbeddedCalendars.all)
            #expect(listed.last?.published.source.zh == "国办发明电〔2025〕7号")
            #expect(try await test.pool.enterEmbeddedCalendars() == [], "Entering them again enters nothing.")
        }
    }

    @Test func `a calendar is entered once, and then only as the next version`() async throws {
        try await TestRegistry.run { test in
            let enter = EnterCalendar(registry: test.registry)
            let (first, second) = (try TestCalendars.made(2027), try TestCalendars.made(2027, newYear: "新年"))
            await #expect(throws: Refusal.notFound(.calendar, "2027")) { try await enter(first, following: 1, as: test.caller) }
            let entered = try await enter(first, following: nil, as: test.caller)
            #expect(entered.published == first)
            #expect(entered.version == 1)
            await #expect(throws: Refusal.versionMissing) { try await enter(second, following: nil, as: test.caller) }
            await #expect(throws: Refusal.versionStale(current: 1)) { try await enter(second, following: 2, as: test.caller) }
            #expect(try await enter(second, following: 1, as: test.caller).version == 2)
            await #expect(throws: Refusal.versionStale(current: 2)) { try await enter(first, following: 1, as: test.caller) }
            #expect(try await ShowCalendar(registry: test.registry)(2027, as: test.caller).published == second)
            let kept = try await test.pool.query("SELECT count(*) FROM working_calendar_days WHERE year = 2027")[0].decode(as: Int64.self)
            #expect(kept == 4, "The older version stays.")
            #expect(try await test.pool.enterEmbeddedCalendars() == [])
        }
    }

    @Test func `of many who enter a year at once one succeeds`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let ends = await withTaskGroup(of: Bool.self) { group in
                for attempt in 0..<12 {
                    group.addTask {
                        do {
                            let made = try TestCalendars.made(2027, newYear: "元旦\(attempt)")
                            _ = try await EnterCalendar(registry: test.registry)(made, following: nil, as: test.caller)
                            return true
                        } catch {
                            #expect([.versionMissing, .versionStale(current: 1)].contains(error as? Refusal), "\(error)")
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ends.count { $0 } == 1)
        }
    }

    @Test func `a period ends by the calendars in force, or is refused by the year that is missing`() async throws {
        try await TestRegistry.run { test in
            let count = CountPeriod(registry: test.registry)
            let period = try #require(Period(5, .workingDay))
            let found = try await count(period, from: test.day("2026-02-11"), as: test.caller)
            #expect(found.day.iso == "2026-02-25")
            #expect(found.until.rfc3339 == "2026-02-25T16:00:00.000000Z")
            #expect(found.calendars == ["2026.1"])
            let over = try await count(period, from: test.day("2025-12-30"), as: test.caller)
            #expect(over.day.iso == "2026-01-07")
            #expect(over.calendars == ["2025.1", "2026.1"])
            let late = try test.day("2026-12-29")
            await #expect(throws: Refusal.calendarMissing(year: 2027)) { try await count(period, from: late, as: test.caller) }
            _ = try await EnterCalendar(registry: test.registry)(try TestCalendars.made(2027), following: nil, as: test.caller)
            #expect(try await count(period, from: late, as: test.caller).day.iso == "2027-01-06")
            let year = try #require(Period(1, .year))
            await #expect(throws: Refusal.calendarMissing(year: 2028)) {
                try await count(year, from: test.day("2027-03-01"), as: test.caller)
            }
        }
    }

    @Test func `a day is told apart with its reason`() async throws {
        try await TestRegistry.run { test in
            let check = CheckWorkingDay(registry: test.registry)
            let eve = try await check(test.day("2026-02-16"), as: test.caller)
            #expect(!eve.isWorkingDay)
            #expect(eve.exception?.occasion.zh == "春节")
            let makeUp = try await check(test.day("2026-02-28"), as: test.caller)
            #expect(makeUp.isWorkingDay)
            #expect(makeUp.exception?.kind == .makeUpDay)
            let sunday = try await check(test.day("2026-03-01"), as: test.caller)
            #expect(!sunday.isWorkingDay && sunday.exception == nil && sunday.calendar == "2026.1")
            await #expect(throws: Refusal.calendarMissing(year: 2023)) { try await check(test.day("2023-12-31"), as: test.caller) }
        }
    }

    @Test func `what is no calendar is refused`() async throws {
        try await TestRegistry.run { test in
            let enter = EnterCalendar(registry: test.registry)
            let empty = PublishedCalendar(
                calendar: try CalendarYear(year: 2027, exceptions: []), source: BilingualText(zh: "号", en: "number"))
            await #expect(throws: Refusal.missing(field: "days")) { try await enter(empty, following: nil, as: test.caller) }
            let sourceless = PublishedCalendar(calendar: try TestCalendars.made(2027).calendar, source: BilingualText(zh: " ", en: "x"))
            await #expect(throws: Refusal.missing(field: "source")) { try await enter(sourceless, following: nil, as: test.caller) }
            let nameless = try TestCalendars.made(2027, newYear: "")
            await #expect(throws: Refusal.missing(field: "days")) { try await enter(nameless, following: nil, as: test.caller) }
        }
    }
}
