import Values

/// The accounts that were known on a day: the newest and those before them.
struct AccountsView {
    let newest: AccountsRecord?
    /// The accounts before the newest, at most five years older; nil when there are none.
    let previous: AccountsRecord?
    /// Years between the two; 1 for neighbouring years, also when an organization moved its year end by some months.
    let yearsBetween: Double

    init(_ accounts: ArraySlice<AccountsRecord>, asOf: Day) {
        let found = accounts.withUnsafeBufferPointer { Self.newestTwo(of: $0, asOf: asOf) }
        (newest, previous) = (found.newest, found.previous)
        let days = if let newest, let previous { newest.periodEnd.days(since: previous.periodEnd) } else { 0 }
        yearsBetween = days < 549 ? 1 : Double(days) / 365.25
    }

    private static func newestTwo(
        of accounts: UnsafeBufferPointer<AccountsRecord>, asOf: Day
    ) -> (newest: AccountsRecord?, previous: AccountsRecord?) {
        var newest: Int?
        for index in accounts.indices where isVisible(accounts[index], asOf) {
            if let best = newest, !isNewer(accounts[index], than: accounts[best]) { continue }
            newest = index
        }
        guard let newest else { return (nil, nil) }
        let end = accounts[newest].periodEnd
        var previous: Int?
        for index in accounts.indices where isVisible(accounts[index], asOf) {
            guard daysBetween.contains(end.days(since: accounts[index].periodEnd)) else { continue }
            if let best = previous, !isNewer(accounts[index], than: accounts[best]) { continue }
            previous = index
        }
        return (accounts[newest], previous.map { accounts[$0] })
    }

    /// From half a year, below which accounts are a correction of the same year, to five years, beyond which they say nothing about a trend.
    private static let daysBetween = 183...1830

    private static func isVisible(_ accounts: AccountsRecord, _ day: Day) -> Bool {
        accounts.record.stands(on: day) && accounts.periodEnd <= day
    }

    /// Later year first; of one year the version known later, then the higher key, so that the order of the list never matters.
    private static func isNewer(_ left: AccountsRecord, than right: AccountsRecord) -> Bool {
        if left.periodEnd != right.periodEnd { return left.periodEnd > right.periodEnd }
        if left.record.knownOn != right.record.knownOn { return left.record.knownOn > right.record.knownOn }
        return left.record.source.id > right.record.source.id
    }

    /// The newest accounts' amount of what organizations are ranked by, with its record.
    func amount(of quantity: CohortIndex.Quantity) -> (value: Double, record: RecordMark)? {
        guard let newest else { return nil }
        let value: Double? =
            switch quantity {
            case .income: newest.income.map { Double($0.minorUnits) }
            case .netAssets: newest.netAssets.map { Double($0.minorUnits) }
            case .members: newest.members.map(Double.init)
            }
        return value.map { ($0, newest.record) }
    }
}

extension AccountsRecord {
    /// Amounts as numbers: exact up to 2^53 minor units, far beyond any organization's year.
    var incomeAmount: Double? { income.map { Double($0.minorUnits) } }
    var netAssetsAmount: Double? { netAssets.map { Double($0.minorUnits) } }

    /// Income less spending.
    var surplusAmount: Double? {
        if let surplus { return Double(surplus.minorUnits) }
        guard let income, let spending else { return nil }
        return Double(income.minorUnits) - Double(spending.minorUnits)
    }

    /// Spending, or income less surplus.
    var spendingAmount: Double? {
        if let spending { return Double(spending.minorUnits) }
        guard let income, let surplus else { return nil }
        return Double(income.minorUnits) - Double(surplus.minorUnits)
    }
}
