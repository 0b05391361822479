package import Values

/// One organization's accounts of one year. Amounts are in the minor unit of whatever currency the record is kept in; indicators use ratios only.
package struct AccountsRecord: RecordedEvidence {
    /// Known from the day the accounts were received.
    package let record: RecordMark
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
    /// Income by source; empty when the accounts do not say.
    package var incomeLines: [IncomeLine] = []

    package init(record: RecordMark, periodEnd: Day) {
        self.record = record
        self.periodEnd = periodEnd
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
