import Values

/// The newest accounts of many organizations and those before them, as they were known on a day: a column for each figure, so that a measure is worked out
/// for one organization after another in memory that lies together.
///
/// What is not stated is not a number, and nothing is where there are no accounts.
struct AccountsColumns: Sendable {
    /// What there is a column of.
    enum Figure: Int, CaseIterable {
        case income, spending, surplus, administrativeSpending, assets, liabilities, netAssets, cash, members
        case sources, squaresOfSources, publicMoney, largestFunder
        case incomeBefore, surplusBefore, netAssetsBefore, membersBefore, yearsBetween
        /// The last day that they cover, and the day on which their first version was received, as days since 1970.
        case periodEnd, received
    }

    /// How far accounts reach back.
    enum Reach: UInt8 {
        case none, oneYear, twoYears
    }

    let count: Int
    private let figures: [Double]
    /// From one column to the next.
    private let stride: Int
    let reaches: [Reach]
    /// The newest accounts' records; one that means nothing where there are none.
    let records: [SourceReference]

    init(_ evidence: ArraySlice<Evidence>, asOf: Day) {
        count = evidence.count
        // An odd number of cache lines, so that the columns of one organization do not all fall on the same place of the cache; and so
        // many more that the last organizations, too, can be gone through some at a time.
        let stride = ((evidence.count + 7) / 8 + 1 | 1) * 8
        var reaches = [Reach](repeating: .none, count: evidence.count)
        var records = [SourceReference](repeating: SourceReference(kind: .accounts, id: 0), count: evidence.count)
        figures = [Double](unsafeUninitializedCapacity: stride * Figure.allCases.count) { figures, filled in
            filled = figures.count
            figures.initialize(repeating: .nan)
            guard let start = figures.baseAddress else { return }
            evidence.withUnsafeBufferPointer { evidence in
                for slot in evidence.indices {
                    evidence[slot].accounts.withUnsafeBufferPointer { accounts in
                        let found = AccountsPlaces(accounts, asOf: asOf)
                        guard found.newest >= 0 else { return }
                        reaches[slot] = found.previous < 0 ? .oneYear : .twoYears
                        records[slot] = accounts[found.newest].record.source
                        Row(figures: start + slot, stride: stride).write(accounts, found)
                    }
                }
            }
        }
        self.stride = stride
        self.reaches = reaches
        self.records = records
    }

    /// One figure of all organizations, in their order.
    func withColumn<Result>(_ figure: Figure, _ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
        figures.withUnsafeBufferPointer { figures in
            body(UnsafeBufferPointer(rebasing: figures[figure.rawValue * stride..<figure.rawValue * stride + count]))
        }
    }

    /// All columns, each beginning so many figures behind the one before.
    func withColumns<Result>(_ body: (UnsafePointer<Double>, _ stride: Int) -> Result) -> Result? {
        figures.withUnsafeBufferPointer { figures in figures.baseAddress.map { body($0, stride) } }
    }

    /// One organization's place in every column.
    private struct Row {
        let figures: UnsafeMutablePointer<Double>
        let stride: Int

        @inline(__always)
        private func set(_ figure: Figure, _ value: Double) {
            figures[figure.rawValue &* stride] = value
        }

        @inline(__always)
        func write(_ accounts: UnsafeBufferPointer<AccountsRecord>, _ found: AccountsPlaces) {
            let now = AccountsYear(accounts[found.newest])
            write(now)
            set(.received, Double(found.received))
            guard found.previous >= 0 else { return set(.yearsBetween, 1) }
            let before = AccountsYear(accounts[found.previous])
            set(.incomeBefore, before.figures.income)
            set(.surplusBefore, before.figures.surplus)
            set(.netAssetsBefore, before.figures.netAssets)
            set(.membersBefore, before.figures.members)
            set(.yearsBetween, AccountsPlaces.years(from: before.periodEnd, to: now.periodEnd))
        }

        @inline(__always)
        private func write(_ now: AccountsYear) {
            set(.income, now.figures.income)
            set(.spending, now.figures.spending)
            set(.surplus, now.figures.surplus)
            set(.administrativeSpending, now.figures.administrativeSpending)
            set(.assets, now.figures.assets)
            set(.liabilities, now.figures.liabilities)
            set(.netAssets, now.figures.netAssets)
            set(.cash, now.figures.cash)
            set(.members, now.figures.members)
            set(.sources, now.incomeMix.total)
            set(.squaresOfSources, now.incomeMix.squares)
            set(.publicMoney, now.incomeMix.publicMoney)
            set(.largestFunder, now.incomeMix.largestFunder)
            set(.periodEnd, Double(now.periodEnd.daysSince1970))
        }
    }
}
