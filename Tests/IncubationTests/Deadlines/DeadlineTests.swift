import Incubation
import SeededRandom
import Testing
import Values

/// Days of what waits, how it stands, and which rule counts.
struct DeadlineTests {
    /// Plain weeks but for 1 May 2026 and the days of National Day, with the Saturday that makes up for them.
    private static let calendar: WorkingCalendar = {
        let occasion = BilingualText(zh: "节", en: "feast")
        let off = ["2026-05-01", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].compactMap { Day(iso: $0) }
        let exceptions =
            off.map { CalendarException(day: $0, kind: .dayOff, occasion: occasion) }
            + [Day(iso: "2026-10-10")].compactMap { $0 }.map { CalendarException(day: $0, kind: .makeUpDay, occasion: occasion) }
        return WorkingCalendar([2026].compactMap { try? CalendarYear(year: $0, exceptions: exceptions) })
    }()

    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private static func terms(
        _ amount: Int, _ unit: Period.Unit, remind: Int, escalate: Int = 1, movesOn: Bool = true
    ) throws -> DeadlineTerms {
        let period = try #require(Period(amount, unit))
        return try #require(DeadlineTerms(period: period, movesOn: movesOn, remindBefore: remind, escalateAfter: escalate))
    }

    @Test(arguments: [
        // Five working days over National Day: reminded of two working days before, on the Saturday that is worked.
        ("2026-09-29", 5, Period.Unit.workingDay, 2, ["2026-10-09", "2026-10-12", "2026-10-13"]),
        ("2026-06-01", 5, .workingDay, 2, ["2026-06-04", "2026-06-08", "2026-06-09"]),
        ("2026-06-01", 5, .workingDay, 0, ["2026-06-08", "2026-06-08", "2026-06-09"]),
        // Who has no longer than the reminder is early is reminded at once.
        ("2026-06-01", 5, .workingDay, 5, ["2026-06-01", "2026-06-08", "2026-06-09"]),
        ("2026-06-01", 5, .workingDay, 60, ["2026-06-01", "2026-06-08", "2026-06-09"]),
        ("2026-04-16", 15, .calendarDay, 5, ["2026-04-29", "2026-05-04", "2026-05-05"]),
        ("2026-04-30", 1, .month, 7, ["2026-05-25", "2026-06-01", "2026-06-02"]),
        ("2026-06-01", 3, .calendarDay, 30, ["2026-06-01", "2026-06-04", "2026-06-05"]),
        // The first days of the calendar's year need no calendar of the year before.
        ("2025-12-31", 5, .workingDay, 5, ["2025-12-31", "2026-01-07", "2026-01-08"]),
    ])
    func `an item is due, reminded of and escalated when its rule says`(
        start: String, amount: Int, unit: Period.Unit, remind: Int, expected: [String]
    ) throws {
        let days = try Self.terms(amount, unit, remind: remind).days(from: Self.day(start), by: Self.calendar)
        #expect([days.remindOn, days.dueOn, days.escalateOn].map(\.iso) == expected)
        #expect(days.startsOn.iso == start)
        #expect(days.dueBy == Instant(endOf: days.dueOn))
    }

    @Test(arguments: 1...300 as ClosedRange<UInt64>) func `days are in order, whatever the rule`(seed: UInt64) throws {
        var random = Seed(seed)
        let terms = try Self.terms(
            .random(in: 1...30, using: &random), try #require(Period.Unit.allCases.randomElement(using: &random)),
            remind: .random(in: 0...366, using: &random), escalate: .random(in: 1...366, using: &random),
            movesOn: Bool.random(using: &random))
        let start = try Self.day("2026-01-01").adding(days: .random(in: 0..<365, using: &random))
        do throws(CalendarMissing) {
            let days = try terms.days(from: start, by: Self.calendar)
            #expect(days.startsOn <= days.remindOn && days.remindOn <= days.dueOn)
            #expect(days.startsOn < days.dueOn && days.dueOn < days.escalateOn)
            if terms.movesOn || terms.period.unit == .workingDay { #expect(try Self.calendar.isWorkingDay(days.dueOn)) }
        } catch {
            #expect(error.year == 2027 || terms.period.unit == .year || terms.period.unit == .month, "\(terms) from \(start)")
        }
    }

    @Test func `a span that does not move on needs no calendar of its last year`() throws {
        let terms = try Self.terms(2, .year, remind: 90, movesOn: false)
        let days = try terms.days(from: Self.day("2026-05-01"), by: Self.calendar)
        #expect(days.dueOn.iso == "2028-05-01")
        #expect(days.remindOn.iso == "2028-02-01")
        #expect(throws: CalendarMissing(year: 2028)) {
            try Self.terms(2, .year, remind: 90).days(from: Self.day("2026-05-01"), by: Self.calendar)
        }
    }

    @Test(arguments: [
        ("2026-06-01", DeadlineStanding.inTime), ("2026-06-03", .inTime), ("2026-06-04", .remind), ("2026-06-07", .remind),
        ("2026-06-08", .dueToday), ("2026-06-09", .overdue), ("2027-01-01", .overdue), ("2020-01-01", .inTime),
    ])
    func `an open item stands by its days alone`(today: String, standing: DeadlineStanding) throws {
        let days = try Self.terms(5, .workingDay, remind: 2).days(from: Self.day("2026-06-01"), by: Self.calendar)
        let today = try Self.day(today)
        #expect(days.standing(in: .open, on: today) == standing)
        #expect(days.standing(in: .escalated, on: today) == .escalated)
        for ended in PendingState.allCases where !ended.isWaiting { #expect(days.standing(in: ended, on: today) == nil) }
    }

    @Test(arguments: [
        ("2026-06-03", false, DeadlineAct?.none), ("2026-06-04", false, .remind), ("2026-06-04", true, nil), ("2026-06-08", false, .remind),
        ("2026-06-08", true, nil), ("2026-06-09", true, .escalate), ("2026-06-09", false, .escalate),
    ])
    func `time reminds once and then escalates`(today: String, isReminded: Bool, act: DeadlineAct?) throws {
        let days = try Self.terms(5, .workingDay, remind: 2).days(from: Self.day("2026-06-01"), by: Self.calendar)
        #expect(days.nextAct(isReminded: isReminded, on: try Self.day(today)) == act)
    }

    private static func rule(_ area: String?, version: Int64 = 1, from: String? = nil, until: String? = nil) throws -> DeadlineRule {
        DeadlineRule(
            kind: .publicity,
            reference: DeadlineRule.Reference(jurisdiction: try area.map { try #require(AreaCode($0)) }, version: version),
            terms: try terms(5, .workingDay, remind: 1), owner: .hubStaff, escalatesTo: .official, endsWithCase: true, certainty: .design,
            source: BilingualText(zh: "据", en: "source"), validFrom: try from.map(day), validUntil: try until.map(day))
    }

    @Test func `the rule of the smallest area counts, and of its versions the highest that is valid`() throws {
        let rules = [
            try Self.rule(nil), try Self.rule(nil, version: 2, from: "2026-06-01"), try Self.rule("32"), try Self.rule("320613"),
            try Self.rule("320613", version: 2, from: "2025-01-01", until: "2025-12-31"), try Self.rule("320613001001"),
        ]
        func found(_ area: String, _ day: String) throws -> String? {
            let area = try #require(AreaCode(area))
            return rules.shuffled().inForce(in: area, on: try Self.day(day)).map {
                "\($0.reference.jurisdiction?.text ?? "nation").\($0.reference.version)"
            }
        }
        #expect(try found("110101", "2026-05-31") == "nation.1")
        #expect(try found("110101", "2026-06-01") == "nation.2")
        #expect(try found("320612", "2026-06-01") == "32.1")
        #expect(try found("320613002", "2024-12-31") == "320613.1")
        #expect(try found("320613002", "2025-12-31") == "320613.2")
        #expect(try found("320613002", "2026-01-01") == "320613.1")
        #expect(try found("320613001001-03", "2025-06-01") == "320613001001.1")
        let (elsewhere, area) = (try Self.rule("33"), try #require(AreaCode("320613")))
        #expect([elsewhere].inForce(in: area, on: try Self.day("2026-01-01")) == nil)
    }

    @Test func `what is out of range is no rule`() throws {
        let period = try #require(Period(5, .workingDay))
        for (remind, escalate) in [(-1, 1), (367, 1), (0, 0), (0, 367), (Int.max, Int.min)] {
            #expect(DeadlineTerms(period: period, remindBefore: remind, escalateAfter: escalate) == nil)
        }
    }

    @Test(arguments: ["320613-42-7", "110101-1-9223372036854775807"]) func `an item's number reads back as written`(text: String) {
        #expect(PendingItemNumber(text)?.description == text)
    }

    @Test(arguments: [
        "", "320613-42", "320613-42-", "320613-42-0", "320613-42-07", "320613-42-7-1", "32061-42-7", "320613-42-x", "--", "-1-2-3",
    ])
    func `other text is no item's number`(text: String) {
        #expect(PendingItemNumber(text) == nil)
    }

    @Test func `an ended case leaves nothing that is to be done for it`() {
        #expect(CaseStage.opened.settles.isEmpty)
        for stage in CaseStage.allCases where stage != .opened { #expect(stage.settles.contains(.incubationReply)) }
        #expect(CaseStage.allCases.filter(\.isEnd) == [.graduated, .exited])
    }
}
