import Values

/// One year's accounts as measures use them: plain numbers, made once for all measures. Amounts are exact up to 2^53 minor units, far beyond any
/// organization's year.
struct AccountsYear {
    let source: SourceReference
    let knownOn: Day
    let periodEnd: Day
    /// What the accounts do not state is not a number.
    private let stated: Stated
    let incomeMix: IncomeMix

    private struct Stated {
        let income, spending, surplus, administrativeSpending, assets, liabilities, netAssets, cash, members: Double
    }

    init(_ accounts: AccountsRecord) {
        source = accounts.record.source
        knownOn = accounts.record.knownOn
        periodEnd = accounts.periodEnd
        incomeMix = accounts.incomeMix
        let (income, spending, surplus) = (Self.number(accounts.income), Self.number(accounts.spending), Self.number(accounts.surplus))
        stated = Stated(
            income: income, spending: spending.isNaN ? income - surplus : spending, surplus: surplus.isNaN ? income - spending : surplus,
            administrativeSpending: Self.number(accounts.administrativeSpending), assets: Self.number(accounts.assets),
            liabilities: Self.number(accounts.liabilities), netAssets: Self.number(accounts.netAssets), cash: Self.number(accounts.cash),
            members: accounts.members.map(Double.init) ?? .nan)
    }

    /// Accounts that state nothing.
    static let blank = AccountsYear(
        AccountsRecord(record: RecordMark(source: SourceReference(kind: .accounts, id: 0), knownOn: .earliest), periodEnd: .earliest))

    private static func number(_ amount: Money?) -> Double {
        amount.map { Double($0.minorUnits) } ?? .nan
    }

    private static func known(_ number: Double) -> Double? {
        number.isNaN ? nil : number
    }

    var income: Double? { Self.known(stated.income) }
    /// Spending, or income less surplus.
    var spending: Double? { Self.known(stated.spending) }
    /// Income less spending, as the accounts state it or worked out from the two.
    var surplus: Double? { Self.known(stated.surplus) }
    var administrativeSpending: Double? { Self.known(stated.administrativeSpending) }
    var assets: Double? { Self.known(stated.assets) }
    var liabilities: Double? { Self.known(stated.liabilities) }
    var netAssets: Double? { Self.known(stated.netAssets) }
    var cash: Double? { Self.known(stated.cash) }
    var members: Double? { Self.known(stated.members) }

    /// The amount that organizations are ranked by.
    func amount(of quantity: CohortIndex.Quantity) -> Double? {
        switch quantity {
        case .income: income
        case .netAssets: netAssets
        case .members: members
        }
    }
}
