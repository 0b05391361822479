import SeededRandom
import Testing
import Values

/// Calendars made up at random, beside the plain list of days that they stand for.
struct RandomCalendar {
    let calendar: WorkingCalendar
    /// Whether each day of the years is worked.
    private(set) var isWorked: [Day: Bool] = [:]
    let years: ClosedRange<Int>

    init(seed: UInt64) throws {
        var random = Seed(seed)
        let first = Int.random(in: 1990...2090, using: &random)
        years = first...(first + Int.random(in: 0...3, using: &random))
        var made: [CalendarYear] = []
        for year in years {
            // Some years are nearly all holiday, so that counting has to go over them.
            let share = [0, 3, 8, 40].randomElement(using: &random) ?? 0
            var exceptions: [CalendarException] = []
            var day = try #require(Day(year: year, month: 1, day: 1))
            while day.year == year {
                let isException = Int.random(in: 0..<42, using: &random) < share
                isWorked[day] = Self.isWeekday(day) != isException
                if isException {
                    let kind: CalendarException.Kind = Self.isWeekday(day) ? .dayOff : .makeUpDay
                    exceptions.append(CalendarException(day: day, kind: kind, occasion: BilingualText(zh: "节", en: "feast")))
                }
                day = day.adding(days: 1)
            }
            made.append(try CalendarYear(year: year, exceptions: exceptions.shuffled(using: &random)))
        }
        calendar = WorkingCalendar(made.shuffled(using: &random))
    }

    /// By Zeller's congruence, so that it is not the rule under test once more.
    static func isWeekday(_ day: Day) -> Bool {
        let (year, month, date) = day.components
        let (shiftedYear, shiftedMonth) = month < 3 ? (year - 1, month + 12) : (year, month)
        let (century, short) = (shiftedYear / 100, shiftedYear % 100)
        let place = (date + 13 * (shiftedMonth + 1) / 5 + short + short / 4 + century / 4 + 5 * century) % 7
        return place >= 2
    }

    private func isWorked(_ day: Day) throws(CalendarMissing) -> Bool {
        guard let known = isWorked[day] else { throw CalendarMissing(year: day.year) }
        return known
    }

    /// The n-th worked day after or before a day, found by walking from day to day.
    func walk(_ count: Int, from start: Day) throws(CalendarMissing) -> Day {
        var (day, left) = (start, count.magnitude)
        while left > 0 {
            day = day.adding(days: count.signum())
            if try isWorked(day) { left -= 1 }
        }
        return day
    }

    /// The first worked day that is not before a day.
    func walkOn(from start: Day) throws(CalendarMissing) -> Day {
        var day = start
        while try !isWorked(day) { day = day.adding(days: 1) }
        return day
    }

    /// Worked days after one day up to and with another that is not before it.
    func count(from start: Day, to end: Day) throws(CalendarMissing) -> Int {
        var (day, count) = (start, 0)
        while day < end {
            day = day.adding(days: 1)
            if try isWorked(day) { count += 1 }
        }
        return count
    }
}
