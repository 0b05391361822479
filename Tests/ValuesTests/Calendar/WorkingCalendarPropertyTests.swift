import SeededRandom
import Testing
import Values

/// The calendar against a walk from day to day, on calendars made up at random. A failure is had again by its seed.
struct WorkingCalendarPropertyTests {
    /// What something comes to: a value, or the year that lacks its calendar.
    private static func outcome<Value>(_ body: () throws(CalendarMissing) -> Value) -> Result<Value, CalendarMissing> {
        do throws(CalendarMissing) { return .success(try body()) } catch { return .failure(error) }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `counting agrees with walking from day to day`(seed: UInt64) throws {
        let made = try RandomCalendar(seed: seed)
        var random = Seed(seed)
        let first = try #require(Day(year: made.years.lowerBound, month: 1, day: 1)).adding(days: -3)
        let length = made.years.count * 366 + 6
        for _ in 0..<40 {
            let day = first.adding(days: .random(in: 0..<length, using: &random))
            let count = Int.random(in: -300...300, using: &random)
            if count == 0 {
                #expect(
                    Self.outcome { () throws(CalendarMissing) in try made.calendar.adding(workingDays: 0, to: day) }
                        == Self.outcome { () throws(CalendarMissing) in try made.walkOn(from: day) }, "\(day)")
            } else {
                #expect(
                    Self.outcome { () throws(CalendarMissing) in try made.calendar.adding(workingDays: count, to: day) }
                        == Self.outcome { () throws(CalendarMissing) in try made.walk(count, from: day) }, "\(count) from \(day)")
            }
            #expect(
                Self.outcome { () throws(CalendarMissing) in try made.calendar.workingDay(from: day) }
                    == Self.outcome { () throws(CalendarMissing) in try made.walkOn(from: day) }, "\(day)")
            let later = day.adding(days: .random(in: 0...500, using: &random))
            let counted = Self.outcome { () throws(CalendarMissing) in try made.calendar.workingDays(from: day, to: later) }
            #expect(counted == Self.outcome { () throws(CalendarMissing) in try made.count(from: day, to: later) }, "\(day) to \(later)")
        }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `what was added is counted, and taking it off goes back`(seed: UInt64) throws {
        let made = try RandomCalendar(seed: seed)
        var random = Seed(seed)
        for start in made.isWorked.keys.sorted().shuffled(using: &random).prefix(20) {
            let count = Int.random(in: 1...60, using: &random)
            guard let end = try? made.calendar.adding(workingDays: count, to: start) else { continue }
            #expect(try made.calendar.workingDays(from: start, to: end) == count)
            #expect(try made.calendar.workingDays(from: end, to: start) == -count)
            #expect(try made.calendar.isWorkingDay(end))
            guard try made.calendar.isWorkingDay(start) else { continue }
            #expect(try made.calendar.adding(workingDays: -count, to: end) == start)
        }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `a period ends on a worked day, no earlier than its plain end`(seed: UInt64) throws
    {
        let made = try RandomCalendar(seed: seed)
        var random = Seed(seed)
        for start in made.isWorked.keys.sorted().shuffled(using: &random).prefix(20) {
            let unit = try #require(Period.Unit.allCases.randomElement(using: &random))
            let period = try #require(Period(.random(in: 1...40, using: &random), unit))
            guard let end = try? made.calendar.end(of: period, from: start) else { continue }
            let plain = try made.calendar.end(of: period, from: start, movesOn: false)
            #expect(made.isWorked[end] == true)
            #expect(end == (try made.walkOn(from: plain)))
            #expect(plain > start)
        }
    }
}
