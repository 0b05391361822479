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
        figures = Figures(
            income: accounts.number(.income), spending: accounts.spendingNumber, surplus: accounts.surplusNumber,
            administrativeSpending: accounts.number(.administrativeSpending), assets: accounts.number(.assets),
            liabilities: accounts.number(.liabilities), netAssets: accounts.number(.netAssets), cash: accounts.number(.cash),
            members: accounts.number(.members))
    }

    /// Accounts that state nothing.
    static let blank = AccountsYear(
        AccountsRecord(record: RecordMark(source: SourceReference(kind: .accounts, id: 0), knownOn: .earliest), periodEnd: .earliest))

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
