package import Values

/// The accounts of one year, as they were known from a day on.
///
/// A year may be received again with other figures; each receipt stays, so that an old assessment can be repeated.
package struct YearlyAccounts: Hashable, Sendable {
    /// The last day of the financial year.
    package var periodEnd: Day
    /// The day the register learned of these figures.
    package var receivedOn: Day
    /// ISO 4217, such as CNY. Amounts are in its minor units.
    package var currency: String
    package var income: Money?
    package var incomeBySource: [IncomeSource: Money]
    package var spending: Money?
    package var administrativeSpending: Money?
    package var assets: Money?
    package var cash: Money?
    package var liabilities: Money?
    package var netAssets: Money?
    package var members: Int32?
    package var staff: Int32?

    package init(
        periodEnd: Day, receivedOn: Day, currency: String = "CNY", income: Money? = nil, incomeBySource: [IncomeSource: Money] = [:],
        spending: Money? = nil, administrativeSpending: Money? = nil, assets: Money? = nil, cash: Money? = nil, liabilities: Money? = nil,
        netAssets: Money? = nil, members: Int32? = nil, staff: Int32? = nil
    ) {
        self.periodEnd = periodEnd
        self.receivedOn = receivedOn
        self.currency = currency
        self.income = income
        self.incomeBySource = incomeBySource
        self.spending = spending
        self.administrativeSpending = administrativeSpending
        self.assets = assets
        self.cash = cash
        self.liabilities = liabilities
        self.netAssets = netAssets
        self.members = members
        self.staff = staff
    }
}

/// Where income comes from.
package enum IncomeSource: String, CaseIterable, Hashable, Sendable {
    /// 财政补助: grants and subsidies from public money.
    case government
    /// 政府购买服务.
    case purchasedServices
    /// 捐赠.
    case donations
    /// 会费.
    case membershipFees
    /// Income from services to others.
    case ownServices
    case other

    /// Whether it is public money, given or paid.
    package var isPublic: Bool { self == .government || self == .purchasedServices }
}
