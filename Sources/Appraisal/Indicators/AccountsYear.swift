import Values

/// One year's accounts as measures use them: plain numbers, made once for all measures. Amounts are exact up to 2^53 minor units, far beyond any
/// organization's year.
struct AccountsYear {
    let source: SourceReference
    let knownOn: Day
    let periodEnd: Day
    let figures: Figures
    let incomeMix: IncomeMix

    /// What the accounts do not state is not a number.
    struct Figures {
        let income, spending, surplus, administrativeSpending, assets, liabilities, netAssets, cash, members: Double
    }

    @inline(__always)
    init(_ accounts: AccountsRecord) {
        source = accounts.record.source
        knownOn = accounts.record.knownOn
        periodEnd = accounts.periodEnd
        incomeMix = accounts.incomeMix
        let (income, spending, surplus) = (Self.number(accounts.income), Self.number(accounts.spending), Self.number(accounts.surplus))
        figures = Figures(
            income: income, spending: spending.isNaN ? income - surplus : spending, surplus: surplus.isNaN ? income - spending : surplus,
            administrativeSpending: Self.number(accounts.administrativeSpending), assets: Self.number(accounts.assets),
            liabilities: Self.number(accounts.liabilities), netAssets: Self.number(accounts.netAssets), cash: Self.number(accounts.cash),
            members: Self.count(accounts.members))
    }

    /// Accounts that state nothing.
    static let blank = AccountsYear(
        AccountsRecord(record: RecordMark(source: SourceReference(kind: .accounts, id: 0), knownOn: .earliest), periodEnd: .earliest))

    @inline(__always)
    private static func number(_ amount: Money?) -> Double {
        guard let amount else { return .nan }
        return Double(amount.minorUnits)
    }

    @inline(__always)
    private static func count(_ people: Int?) -> Double {
        guard let people else { return .nan }
        return Double(people)
    }

    private static func known(_ number: Double) -> Double? {
        number.isNaN ? nil : number
    }

    var income: Double? { Self.known(figures.income) }
    /// Spending, or income less surplus.
    var spending: Double? { Self.known(figures.spending) }
    /// Income less spending, as the accounts state it or worked out from the two.
    var surplus: Double? { Self.known(figures.surplus) }
    var administrativeSpending: Double? { Self.known(figures.administrativeSpending) }
    var assets: Double? { Self.known(figures.assets) }
    var liabilities: Double? { Self.known(figures.liabilities) }
    var netAssets: Double? { Self.known(figures.netAssets) }
    var cash: Double? { Self.known(figures.cash) }
    var members: Double? { Self.known(figures.members) }

    /// The amount that organizations are ranked by.
    func amount(of quantity: CohortIndex.Quantity) -> Double? {
        switch quantity {
        case .income: income
        case .netAssets: netAssets
        case .members: members
        }
    }
}
