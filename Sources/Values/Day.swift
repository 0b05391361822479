/// A calendar day of the proleptic Gregorian calendar, without time of day or zone.
///
/// Rules count in days as they stand on a document, so a day never shifts with the reader's clock. Years run from 1 to 9999.
package struct Day: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let daysSince1970: Int32

    /// The first day that can be written, 0001-01-01.
    package static let earliest = Day(unchecked: -719_162)
    /// The last day that can be written, 9999-12-31.
    package static let latest = Day(unchecked: 2_932_896)

    private init(unchecked days: Int32) {
        daysSince1970 = days
    }

    /// The day so many days after 1970-01-01; nil outside the years 1 to 9999.
    package init?(daysSince1970 days: Int) {
        guard days >= Int(Self.earliest.daysSince1970), days <= Int(Self.latest.daysSince1970) else { return nil }
        daysSince1970 = Int32(days)
    }

    /// The day of that date; nil when there is none, such as 2013-02-30.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, in: year) else {
            return nil
        }
        daysSince1970 = Int32(Self.count(year: year, month: month, day: day))
    }

    /// How many days the month has: 28 to 31. The month must be 1 to 12; any other has none.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Counts from March, so that the leap day is the last of its year; eras of 400 years have 146,097 days.
    private static func count(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let era = marchYear / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Day {
    /// Year, month and day of the month.
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    package var year: Int { components.year }
    /// 1 to 12.
    package var month: Int { components.month }
    /// 1 to 31.
    package var dayOfMonth: Int { components.day }

    /// The day so many days later, or earlier when negative; held inside the years 1 to 9999.
    package func adding(days: Int) -> Day {
        let (sum, overflow) = Int(daysSince1970).addingReportingOverflow(days)
        if overflow { return days > 0 ? .latest : .earliest }
        return Day(daysSince1970: sum) ?? (days > 0 ? .latest : .earliest)
    }

    /// The same day of the month so many months later, or the month's last day where it has no such day (31 January + 1 month = 28 or 29 February).
    package func adding(months: Int) -> Day {
        let (year, month, day) = components
        guard (-120_000...120_000).contains(months) else { return months > 0 ? .latest : .earliest }
        let total = year * 12 + month - 1 + months
        guard total >= 12 else { return .earliest }
        let (newYear, newMonth) = (total / 12, total % 12 + 1)
        return Day(year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear))) ?? .latest
    }

    /// Days from the other day to this one; negative when this one is earlier.
    package func days(since other: Day) -> Int {
        Int(daysSince1970) - Int(other.daysSince1970)
    }
}

extension Day: Comparable {
    package static func < (left: Day, right: Day) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}
