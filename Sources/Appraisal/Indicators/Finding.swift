import Values

/// What working out a measure came to, before the indicator's rule on missing values gives it a state.
enum Finding {
    case value(Double, SourceReference?)
    /// There is no record of the kind.
    case missing
    /// There is a record, but it lacks the figure or holds one that cannot be right. That is never "not yet due".
    case blank
    /// The records are there but do not reach back far enough yet.
    case notYet
    case notApplicable

    static func of(_ value: Double, _ record: RecordMark) -> Finding {
        .value(value, record.source)
    }

    static func of(_ value: Double, _ accounts: AccountsYear) -> Finding {
        .value(value, accounts.source)
    }
}

/// Days in a month, on average over the Gregorian calendar.
let daysPerMonth = 30.436875

extension Day {
    /// Months from the other day to this one, in parts of a month; negative when this one is earlier.
    func months(since other: Day) -> Double {
        Double(days(since: other)) / daysPerMonth
    }
}

extension Double {
    /// The value held inside the bounds, so that a quotient with next to nothing below it stays comparable.
    func held(within bounds: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, bounds.lowerBound), bounds.upperBound)
    }
}
