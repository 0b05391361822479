/// The calendars of some years. It computes nothing that would need the calendar of another: a guessed deadline is worse than none.
package struct WorkingCalendar: Hashable, Sendable {
    private let years: [Int: CalendarYear]

    /// - Parameter years: of two calendars of one year the later counts.
    package init(_ years: some Sequence<CalendarYear>) {
        self.years = Dictionary(years.map { ($0.year, $0) }) { $1 }
    }

    private func year(_ year: Int) throws(CalendarMissing) -> CalendarYear {
        guard let found = years[year] else { throw CalendarMissing(year: year) }
        return found
    }

    package func isWorkingDay(_ day: Day) throws(CalendarMissing) -> Bool {
        let days = try year(day.year).workingDays
        let place = days.place(of: day)
        return place < days.count && days[place] == day
    }

    /// The day itself when it is worked, else the next one that is.
    package func workingDay(from day: Day) throws(CalendarMissing) -> Day {
        try workingDay(1, from: day)
    }

    /// The n-th working day after a day, which itself does not count; the n-th before it when negative. 0 is ``workingDay(from:)``.
    package func adding(workingDays count: Int, to day: Day) throws(CalendarMissing) -> Day {
        if count < 0 { return try workingDay(before: day, by: count.magnitude) }
        return try count == 0 ? workingDay(from: day) : workingDay(UInt(count), from: day.adding(days: 1))
    }

    /// Working days after one day and up to and with another; negative when the other is earlier.
    package func workingDays(from start: Day, to end: Day) throws(CalendarMissing) -> Int {
        if end < start { return try -workingDays(from: end, to: start) }
        guard start < end else { return 0 }
        var count = 0
        for number in start.adding(days: 1).year...end.year {
            let days = try year(number).workingDays
            let (first, last) = (days.place(behind: start), days.place(behind: end))
            count += last - first
        }
        return count
    }

    /// The n-th working day of those on or after a day; n is at least 1.
    private func workingDay(_ count: UInt, from day: Day) throws(CalendarMissing) -> Day {
        var (left, number) = (count, day.year)
        while true {
            let days = try year(number).workingDays
            let rest = days[days.place(of: day)...]
            if left <= rest.count { return rest[rest.startIndex + Int(left) - 1] }
            left -= UInt(rest.count)
            number += 1
        }
    }

    /// The n-th working day of those before a day; n is at least 1.
    private func workingDay(before day: Day, by count: UInt) throws(CalendarMissing) -> Day {
        let yesterday = day.adding(days: -1)
        var (left, number) = (count, yesterday.year)
        while true {
            let days = try year(number).workingDays
            let rest = days[..<days.place(behind: yesterday)]
            if left <= rest.count { return rest[rest.endIndex - Int(left)] }
            left -= UInt(rest.count)
            number -= 1
        }
    }
}

/// A day was asked for in a year whose calendar is not known.
package struct CalendarMissing: Error, Hashable, Sendable {
    package let year: Int

    package init(year: Int) {
        self.year = year
    }
}

extension [Day] {
    /// The place of the first element that is not before the day; the days are in order.
    fileprivate func place(of day: Day) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of the first element after the day.
    fileprivate func place(behind day: Day) -> Int {
        let place = place(of: day)
        return place < count && self[place] == day ? place + 1 : place
    }
}
