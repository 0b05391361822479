import Values

/// The periods after its beginning during which something is not yet due from an organization, as of one day.
struct DuePeriods {
    /// For each period the last day on which an organization can have begun for it to be over, as days since 1970; the longest period comes last.
    private let lastBeginnings: [Int]

    /// The periods in months, in the same order.
    private let periods: [Int]

    init(_ months: some Sequence<Int>, asOf: Day) {
        periods = Set(months).filter { $0 > 0 }.sorted()
        lastBeginnings = periods.map { months in
            // Ends of months are cut short, so that the way back may lead some days astray.
            var beginning = asOf.adding(months: -months)
            while beginning < .latest, beginning.adding(days: 1).adding(months: months) <= asOf { beginning = beginning.adding(days: 1) }
            while beginning > .earliest, beginning.adding(months: months) > asOf { beginning = beginning.adding(days: -1) }
            return Int(beginning.daysSince1970) - (beginning.adding(months: months) > asOf ? 1 : 0)
        }
    }

    /// How many periods there are.
    var count: Int { periods.count }

    /// How many of the periods still last.
    @inline(__always)
    func count(beginning: Day?) -> Int {
        guard let beginning else { return 0 }
        var count = 0
        for last in lastBeginnings { count += Int(beginning.daysSince1970) > last ? 1 : 0 }
        return count
    }

    /// Whether the period of so many months is among as many that still last.
    func lasts(_ months: Int, of count: Int) -> Bool {
        periods.suffix(count).contains(months)
    }
}
