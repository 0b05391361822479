import Testing
import Values

struct DayTests {
    @Test(arguments: [
        "2013-02-30", "2013-13-01", "2013-00-10", "2100-02-29", "0000-01-01", "13-01-01", "2013-1-01", "2013/01/01", "", "２０１３-01-01",
    ])
    func `a date that does not exist is no day`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896)])
    func `days are counted from 1970`(text: String, days: Int32) {
        #expect(Day(iso: text)?.daysSince1970 == days)
    }

    @Test func `every day of four centuries writes and reads back as itself`() {
        var day = Day(daysSince1970: -100_000)
        for _ in 0..<146_097 {
            guard let current = day else { break }
            #expect(Day(iso: current.iso) == current)
            day = Day(daysSince1970: Int(current.daysSince1970) + 1)
        }
        #expect(day?.daysSince1970 == 46_097)
    }

    @Test(arguments: [
        ("2013-01-31", 1, "2013-02-28"), ("2012-01-31", 1, "2012-02-29"), ("2012-02-29", 12, "2013-02-28"),
        ("2013-03-31", -13, "2012-02-29"),
    ])
    func `adding months stays inside the month`(from: String, months: Int, to: String) {
        #expect(Day(iso: from)?.adding(months: months).iso == to)
    }

    @Test(arguments: [Int.max, Int.min, 4_000_000, -4_000_000])
    func `adding more than there is stops at the ends`(days: Int) {
        let end = days > 0 ? Day.latest : .earliest
        #expect(Day(daysSince1970: 0)?.adding(days: days) == end)
        #expect(Day(daysSince1970: 0)?.adding(months: days) == end)
    }

    @Test func `a moment belongs to the day it is in China`() {
        let evening = Instant(microsecondsSince1970: 16 * 3_600_000_000)
        #expect(evening.dayInChina.iso == "1970-01-02")
        #expect(Instant(microsecondsSince1970: -1).rfc3339 == "1969-12-31T23:59:59.999999Z")
    }
}
