import Values

/// Which of an organization's accounts count on a day: the newest ones, and those before them that are at most five years older. Negative where there are none.
///
/// Days are numbers here: it is gone through for every year of every organization.
struct AccountsPlaces {
    private(set) var newest = -1
    private(set) var previous = -1
    /// When the first version of the newest accounts was received, as days since 1970: corrected accounts came in when that did.
    private(set) var received: Int32 = 0

    /// - Parameter inOrder: whether each of them ends later than those before it in the list.
    @inline(__always)
    init(_ accounts: UnsafeBufferPointer<AccountsRecord>, inOrder: Bool, asOf: Day) {
        if inOrder {
            findFromTheEnd(of: accounts, asOf.daysSince1970)
        } else {
            find(in: accounts, asOf.daysSince1970)
        }
    }

    /// Where years follow each other, each of them once, the last one that was known counts, and then the last one before it.
    @inline(__always)
    private mutating func findFromTheEnd(of accounts: UnsafeBufferPointer<AccountsRecord>, _ today: Int32) {
        var index = accounts.count &- 1
        while index >= 0, accounts[index].periodEnd.daysSince1970 > today || !Self.isKnown(accounts, index, today) { index &-= 1 }
        guard index >= 0 else { return }
        newest = index
        received = accounts[index].record.knownOn.daysSince1970
        let end = Int(accounts[index].periodEnd.daysSince1970)
        index &-= 1
        while index >= 0, end &- Int(accounts[index].periodEnd.daysSince1970) < Self.leastDays || !Self.isKnown(accounts, index, today) {
            index &-= 1
        }
        if index >= 0, end &- Int(accounts[index].periodEnd.daysSince1970) <= Self.mostDays { previous = index }
    }

    /// From half a year, below which accounts are a correction of the same year, to five years, beyond which they say nothing about a trend.
    private static let leastDays = 183
    private static let mostDays = 1830

    private mutating func find(in accounts: UnsafeBufferPointer<AccountsRecord>, _ today: Int32) {
        var best = Int64.min
        for index in accounts.indices {
            let end = accounts[index].periodEnd.daysSince1970
            guard end <= today, Self.isNewer(accounts, index, than: newest, of: &best, today) else { continue }
            newest = index
        }
        guard newest >= 0 else { return }
        let end = Int(accounts[newest].periodEnd.daysSince1970)
        received = accounts[newest].record.knownOn.daysSince1970
        best = .min
        for index in accounts.indices {
            let days = end &- Int(accounts[index].periodEnd.daysSince1970)
            if days == 0 { received = min(received, accounts[index].record.knownOn.daysSince1970) }
            guard days >= Self.leastDays, days <= Self.mostDays, Self.isNewer(accounts, index, than: previous, of: &best, today) else {
                continue
            }
            previous = index
        }
    }

    @inline(__always)
    private static func isKnown(_ accounts: UnsafeBufferPointer<AccountsRecord>, _ index: Int, _ today: Int32) -> Bool {
        accounts[index].record.knownOn.daysSince1970 <= today
            && accounts[index].record.replacedOn.map { $0.daysSince1970 > today } ?? true
    }

    /// Whether accounts were known on the day and are of a later year than the best so far, of one year the version known later, then that with the higher key,
    /// so that the order of the list never matters.
    @inline(__always)
    private static func isNewer(
        _ accounts: UnsafeBufferPointer<AccountsRecord>, _ index: Int, than newest: Int, of best: inout Int64, _ today: Int32
    ) -> Bool {
        let (end, known) = (accounts[index].periodEnd.daysSince1970, accounts[index].record.knownOn.daysSince1970)
        guard isKnown(accounts, index, today) else { return false }
        let age = Int64(end) << 32 | Int64(UInt32(bitPattern: known) ^ 0x8000_0000)
        guard age > best || age == best && accounts[index].record.source.id > accounts[newest].record.source.id else { return false }
        best = age
        return true
    }

    /// Years between two years' ends; 1 for neighbouring years, also when an organization moved its year end by some months.
    @inline(__always)
    static func years(from earlier: Day, to later: Day) -> Double {
        let days = Int(later.daysSince1970) &- Int(earlier.daysSince1970)
        return days < 549 ? 1 : Double(days) / 365.25
    }
}
