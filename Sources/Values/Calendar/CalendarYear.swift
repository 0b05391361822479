/// Which days of one year are worked, as the State Council's notice for the year has them: Monday to Friday but for days off, and those
/// weekend days that make up for them (调休).
package struct CalendarYear: Hashable, Sendable {
    /// 1 to 9999.
    package let year: Int
    /// The days on which the year differs from plain weeks, in order.
    package let exceptions: [CalendarException]
    /// Every day that is worked, in order.
    let workingDays: [Day]

    /// - Throws: ``CalendarFault`` for a year that cannot be, and for the first exception that is none.
    package init(year: Int, exceptions: [CalendarException]) throws(CalendarFault) {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            throw .yearImpossible(year)
        }
        var kinds: [Day: CalendarException.Kind] = [:]
        for exception in exceptions {
            let day = exception.day
            guard day.year == year else { throw .dayOfOtherYear(day, expected: year) }
            guard kinds.updateValue(exception.kind, forKey: day) == nil else { throw .dayTwice(day) }
            switch exception.kind {
            case .dayOff: if day.isWeekend { throw .dayOffAtWeekend(day) }
            case .makeUpDay: if !day.isWeekend { throw .makeUpDayOnWeekday(day) }
            }
        }
        self.year = year
        self.exceptions = exceptions.sorted { $0.day < $1.day }
        workingDays = (0...last.days(since: first)).map { first.adding(days: $0) }.filter { day in
            kinds[day].map { $0 == .makeUpDay } ?? !day.isWeekend
        }
    }

    /// How many days are worked, 0 to 366.
    package var workingDayCount: Int { workingDays.count }

    /// What the notice says of a day; nil where it is like any other of its kind.
    package func exception(on day: Day) -> CalendarException? {
        exceptions.first { $0.day == day }
    }
}

/// A day that is not what its place in the week makes it.
package struct CalendarException: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// From Monday to Friday and not worked.
        case dayOff
        /// A Saturday or Sunday that is worked.
        case makeUpDay
    }

    package let day: Day
    package let kind: Kind
    /// The holiday that it belongs to.
    package let occasion: BilingualText

    package init(day: Day, kind: Kind, occasion: BilingualText) {
        self.day = day
        self.kind = kind
        self.occasion = occasion
    }
}

/// Why a list of days makes no calendar of a year.
package enum CalendarFault: Error, Hashable, Sendable {
    case yearImpossible(Int)
    /// A notice may name a day at the end of the year before; it belongs to that year's calendar.
    case dayOfOtherYear(Day, expected: Int)
    case dayTwice(Day)
    /// A Saturday or Sunday needs no day off.
    case dayOffAtWeekend(Day)
    /// From Monday to Friday everybody works anyhow.
    case makeUpDayOnWeekday(Day)
}

extension Day {
    /// Whether it is a Saturday or a Sunday.
    package var isWeekend: Bool {
        // 1970-01-01 was a Thursday; counted from Monday, that is 3.
        let fromMonday = (Int(daysSince1970) + 3) % 7
        return (fromMonday + 7) % 7 >= 5
    }
}
