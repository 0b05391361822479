package import Values

/// One organization's accounts of one year. Amounts are in the minor unit of whatever currency the record is kept in; indicators use ratios only.
package struct AccountsRecord: RecordedEvidence {
    /// Known from the day the accounts were received.
    package var record: RecordMark
    /// Last day of the year that the accounts cover.
    package var periodEnd: Day
    private var amounts = Amounts()
    /// Income by source; nothing when the accounts do not say.
    package var incomeMix = IncomeMix()

    package init(record: RecordMark, periodEnd: Day) {
        self.record = record
        self.periodEnd = periodEnd
    }
}

extension AccountsRecord {
    /// What the accounts state, the least number of all standing for what they do not: many records are gone through for each appraisal, and so they are half as
    /// long.
    private struct Amounts {
        // First what is also looked at of the year before the newest one.
        var income = Self.unstated
        var spending = Self.unstated
        var surplus = Self.unstated
        var netAssets = Self.unstated
        var members = Self.unstated
        var administrativeSpending = Self.unstated
        var assets = Self.unstated
        var liabilities = Self.unstated
        var cash = Self.unstated
        var staff = Self.unstated

        static let unstated = Int64.min
    }

    /// What the accounts state numbers of.
    enum Stated {
        case income, spending, surplus, administrativeSpending, assets, liabilities, netAssets, cash, members
    }

    /// What the accounts state, in minor units or people; not a number where they do not.
    @inline(__always)
    func number(_ stated: Stated) -> Double {
        let amount =
            switch stated {
            case .income: amounts.income
            case .spending: amounts.spending
            case .surplus: amounts.surplus
            case .administrativeSpending: amounts.administrativeSpending
            case .assets: amounts.assets
            case .liabilities: amounts.liabilities
            case .netAssets: amounts.netAssets
            case .cash: amounts.cash
            case .members: amounts.members
            }
        return amount == Amounts.unstated ? .nan : Double(amount)
    }

    /// Spending as stated, or income less surplus.
    @inline(__always)
    var spendingNumber: Double {
        amounts.spending == Amounts.unstated ? number(.income) - number(.surplus) : number(.spending)
    }

    /// Surplus as stated, or income less spending.
    @inline(__always)
    var surplusNumber: Double {
        amounts.surplus == Amounts.unstated ? number(.income) - number(.spending) : number(.surplus)
    }

    @inline(__always)
    private static func money(_ amount: Int64) -> Money? {
        amount == Amounts.unstated ? nil : Money(minorUnits: amount)
    }

    @inline(__always)
    private static func amount(_ money: Money?) -> Int64 {
        money?.minorUnits ?? Amounts.unstated
    }

    @inline(__always)
    private static func people(_ count: Int64) -> Int? {
        count == Amounts.unstated ? nil : Int(count)
    }

    package var income: Money? {
        get { Self.money(amounts.income) }
        set { amounts.income = Self.amount(newValue) }
    }
    package var spending: Money? {
        get { Self.money(amounts.spending) }
        set { amounts.spending = Self.amount(newValue) }
    }
    /// Income less spending, where the accounts state it; otherwise it is worked out from the two.
    package var surplus: Money? {
        get { Self.money(amounts.surplus) }
        set { amounts.surplus = Self.amount(newValue) }
    }
    package var administrativeSpending: Money? {
        get { Self.money(amounts.administrativeSpending) }
        set { amounts.administrativeSpending = Self.amount(newValue) }
    }
    package var assets: Money? {
        get { Self.money(amounts.assets) }
        set { amounts.assets = Self.amount(newValue) }
    }
    package var liabilities: Money? {
        get { Self.money(amounts.liabilities) }
        set { amounts.liabilities = Self.amount(newValue) }
    }
    package var netAssets: Money? {
        get { Self.money(amounts.netAssets) }
        set { amounts.netAssets = Self.amount(newValue) }
    }
    /// Cash and deposits.
    package var cash: Money? {
        get { Self.money(amounts.cash) }
        set { amounts.cash = Self.amount(newValue) }
    }
    package var members: Int? {
        get { Self.people(amounts.members) }
        set { amounts.members = newValue.map { Int64($0) } ?? Amounts.unstated }
    }
    package var staff: Int? {
        get { Self.people(amounts.staff) }
        set { amounts.staff = newValue.map { Int64($0) } ?? Amounts.unstated }
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
