package import Values

/// One organization's accounts of one year. Amounts are in the minor unit of whatever currency the record is kept in; indicators use ratios only.
package struct AccountsRecord: RecordedEvidence {
    /// Known from the day the accounts were received.
    package var record: RecordMark
    /// Last day of the year that the accounts cover.
    package var periodEnd: Day
    package var income: Money?
    package var spending: Money?
    /// Income less spending, where the accounts state it; otherwise it is worked out from the two.
    package var surplus: Money?
    package var administrativeSpending: Money?
    package var assets: Money?
    package var liabilities: Money?
    package var netAssets: Money?
    /// Cash and deposits.
    package var cash: Money?
    package var members: Int?
    package var staff: Int?
    /// Income by source; nothing when the accounts do not say.
    package var incomeMix = IncomeMix()

    package init(record: RecordMark, periodEnd: Day) {
        self.record = record
        self.periodEnd = periodEnd
    }
}

/// Where one year's income came from, as far as it counts: kept as sums, so that a year's accounts are plain numbers.
package struct IncomeMix: Hashable, Sendable {
    /// Sum of the sources, and of their squares; what was paid back counts as none.
    private(set) var total = 0.0
    private(set) var squares = 0.0
    private(set) var publicMoney = 0.0
    /// Of the largest funder that is one body; negative where none is known to be.
    private(set) var largestFunder = -1.0

    package init() {}

    package init(_ lines: some Sequence<IncomeLine>) {
        var byFunder: [Int64: Double] = [:]
        for line in lines {
            add(line.amount, isPublicMoney: line.isPublicMoney)
            guard let funder = line.funder else { continue }
            byFunder[funder, default: 0] += max(0, Double(line.amount.minorUnits))
        }
        largestFunder = byFunder.values.max() ?? -1
    }

    /// Adds a source that is no single body.
    package mutating func add(_ amount: Money, isPublicMoney: Bool) {
        let amount = max(0, Double(amount.minorUnits))
        total += amount
        squares += amount * amount
        if isPublicMoney { publicMoney += amount }
    }
}

/// One source of income in one year's accounts.
package struct IncomeLine: Hashable, Sendable {
    package var amount: Money
    /// Whether it is a government grant or a purchase of services.
    package var isPublicMoney: Bool
    /// The funder it came from where that is one body; lines of one funder are added together.
    package var funder: Int64?

    package init(amount: Money, isPublicMoney: Bool, funder: Int64? = nil) {
        self.amount = amount
        self.isPublicMoney = isPublicMoney
        self.funder = funder
    }
}
