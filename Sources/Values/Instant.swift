/// A moment in time to the microsecond, the precision that PostgreSQL keeps.
package struct Instant: Hashable, Sendable, Comparable {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
    package let microsecondsSince1970: Int64

    package init(microsecondsSince1970: Int64) {
        self.microsecondsSince1970 = microsecondsSince1970
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.microsecondsSince1970 < right.microsecondsSince1970
    }

    private static let microsecondsPerDay: Int64 = 86_400_000_000
    /// China keeps one time all year, eight hours ahead of UTC.
    private static let chinaOffset: Int64 = 8 * 3_600_000_000

    /// The day this moment falls on in China, where the register's deadlines are read.
    package var dayInChina: Day {
        Self.day(of: microsecondsSince1970 &+ Self.chinaOffset)
    }

    /// The moment at which a day is over in China, 24:00: what is due "by" a day is late from then on.
    package init(endOf day: Day) {
        self.init(microsecondsSince1970: (Int64(day.daysSince1970) + 1) * Self.microsecondsPerDay - Self.chinaOffset)
    }

    /// The moment as RFC 3339 in UTC with six decimals, `2013-12-31T08:00:00.000000Z`.
    package var rfc3339: String {
        let day = Self.day(of: microsecondsSince1970)
        let rest = microsecondsSince1970 - Self.floor(microsecondsSince1970) * Self.microsecondsPerDay
        let seconds = rest / 1_000_000
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, to: 2) }
        return "\(day.iso)T\(parts[0]):\(parts[1]):\(parts[2]).\(Self.padded(rest % 1_000_000, to: 6))Z"
    }

    private static func floor(_ microseconds: Int64) -> Int64 {
        let days = microseconds / microsecondsPerDay
        return microseconds % microsecondsPerDay < 0 ? days - 1 : days
    }

    private static func day(of microseconds: Int64) -> Day {
        Day(daysSince1970: Int(floor(microseconds))) ?? (microseconds > 0 ? .latest : .earliest)
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
