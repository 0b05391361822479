import CColumns
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
        /// 1 where there is nothing before the newest accounts, 2 where there is.
        case years
    }

    let count: Int
    private let figures: [Double]
    /// From one column to the next.
    private let stride: Int
    /// The newest accounts' records; one that means nothing where there are none.
    let records: [SourceReference]

    init(_ evidence: ArraySlice<Evidence>, asOf: Day) {
        let count = evidence.count
        self.count = count
        // An odd number of cache lines, so that the columns of one organization do not all fall on the same place of the cache; and so
        // many more that the last organizations, too, can be gone through some at a time.
        let stride = ((count + 7) / 8 + 1 | 1) * 8
        self.stride = stride
        var records = [SourceReference](repeating: SourceReference(kind: .accounts, id: 0), count: count)
        figures = records.withUnsafeMutableBufferPointer { records in
            [Double](unsafeUninitializedCapacity: stride * Figure.allCases.count) { figures, filled in
                filled = figures.count
                guard let start = figures.baseAddress else { return }
                evidence.withUnsafeBufferPointer {
                    Self.fill(Table(figures: start, stride: stride, records: records), from: $0, asOf: asOf)
                }
                Self.blank(count..<stride, of: start, stride: stride)
            }
        }
        self.records = records
    }

    /// Where everything goes.
    private struct Table {
        let figures: UnsafeMutablePointer<Double>
        let stride: Int
        let records: UnsafeMutableBufferPointer<SourceReference>

        /// Writes down the newest of an organization's accounts and those before them.
        @inline(__always)
        func write(_ evidence: UnsafePointer<Evidence>, at slot: Int, asOf: Day) {
            let accounts = evidence.accounts
            let found = AccountsPlaces(accounts, inOrder: evidence.pointee.areAccountsInOrder, asOf: asOf)
            guard found.newest >= 0, let first = accounts.baseAddress else {
                return blank(slot..<slot + 1, of: figures, stride: stride)
            }
            let now = first + found.newest
            records[slot] = now.pointee.record.source
            let row = Row(figures: figures + slot, stride: stride)
            row.write(now, received: found.received)
            if found.previous < 0 { row.writeNothingBefore() } else { row.write(now, before: first + found.previous) }
        }
    }

    /// Records of different organizations lie far apart: those of so many are asked for from memory at once, while those before them are gone through.
    private static let ahead = 32

    private static func fill(_ table: Table, from evidence: UnsafeBufferPointer<Evidence>, asOf: Day) {
        guard let start = evidence.baseAddress else { return }
        for slot in 0..<min(ahead, evidence.count) { fetch(start + slot) }
        for slot in evidence.indices {
            if slot + ahead < evidence.count { fetch(start + slot + ahead) }
            table.write(start + slot, at: slot, asOf: asOf)
        }
    }

    /// Asks for the last two of an organization's accounts, which mostly are those that count.
    @inline(__always)
    private static func fetch(_ evidence: UnsafePointer<Evidence>) {
        let accounts = evidence.accounts
        guard let first = accounts.baseAddress else { return }
        let (end, size) = (UnsafeRawPointer(first + accounts.count), MemoryLayout<AccountsRecord>.stride)
        fetch_memory(end - min(accounts.count, 2) * size, 2 * size)
    }

    private static func blank(_ slots: Range<Int>, of figures: UnsafeMutablePointer<Double>, stride: Int) {
        for figure in Figure.allCases.indices {
            (figures + figure * stride + slots.lowerBound).update(repeating: .nan, count: slots.count)
        }
    }

    /// One figure of all organizations, in their order.
    func withColumn<Result>(_ figure: Figure, _ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
        figures.withUnsafeBufferPointer { figures in
            body(UnsafeBufferPointer(rebasing: figures[figure.rawValue * stride..<figure.rawValue * stride + count]))
        }
    }

    /// All columns from one organization on.
    @inline(__always)
    func withColumns(from slot: Int, _ body: (Columns) -> Void) {
        figures.withUnsafeBufferPointer { figures in
            if let start = figures.baseAddress { body(Columns(start: start + slot, stride: stride)) }
        }
    }

    /// Figures of organizations that follow each other.
    struct Columns {
        fileprivate let start: UnsafePointer<Double>
        fileprivate let stride: Int

        subscript(figure: Figure) -> UnsafePointer<Double> {
            @inline(__always) get { start + figure.rawValue &* stride }
        }
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
        func write(_ now: UnsafePointer<AccountsRecord>, received: Int32) {
            set(.income, now.pointee.number(.income))
            set(.spending, now.pointee.spendingNumber)
            set(.surplus, now.pointee.surplusNumber)
            set(.administrativeSpending, now.pointee.number(.administrativeSpending))
            set(.assets, now.pointee.number(.assets))
            set(.liabilities, now.pointee.number(.liabilities))
            set(.netAssets, now.pointee.number(.netAssets))
            set(.cash, now.pointee.number(.cash))
            set(.members, now.pointee.number(.members))
            set(.sources, now.pointee.incomeMix.total)
            set(.squaresOfSources, now.pointee.incomeMix.squares)
            set(.publicMoney, now.pointee.incomeMix.publicMoney)
            set(.largestFunder, now.pointee.incomeMix.largestFunder)
            set(.periodEnd, Double(now.pointee.periodEnd.daysSince1970))
            set(.received, Double(received))
        }

        @inline(__always)
        func write(_ now: UnsafePointer<AccountsRecord>, before: UnsafePointer<AccountsRecord>) {
            set(.incomeBefore, before.pointee.number(.income))
            set(.surplusBefore, before.pointee.surplusNumber)
            set(.netAssetsBefore, before.pointee.number(.netAssets))
            set(.membersBefore, before.pointee.number(.members))
            set(.yearsBetween, AccountsPlaces.years(from: before.pointee.periodEnd, to: now.pointee.periodEnd))
            set(.years, 2)
        }

        @inline(__always)
        func writeNothingBefore() {
            set(.incomeBefore, .nan)
            set(.surplusBefore, .nan)
            set(.netAssetsBefore, .nan)
            set(.membersBefore, .nan)
            set(.yearsBetween, 1)
            set(.years, 1)
        }
    }
}
