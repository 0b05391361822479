import Values

/// Which of an organization's accounts count on a day: the newest ones, and those before them that are at most five years older. Negative where there are none.
///
/// Days are numbers here: it is gone through for every year of every organization.
struct AccountsPlaces {
    private(set) var newest = -1
    private(set) var previous = -1
    /// When the first version of the newest accounts was received, as days since 1970: corrected accounts came in when that did.
    private(set) var received: Int32 = 0

    @inline(__always)
    init(_ accounts: UnsafeBufferPointer<AccountsRecord>, asOf: Day) {
        let today = asOf.daysSince1970
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
            // From half a year, below which accounts are a correction of the same year, to five years, beyond which they say nothing about a trend.
            guard days >= 183, days <= 1830, Self.isNewer(accounts, index, than: previous, of: &best, today) else { continue }
            previous = index
        }
    }

    /// Whether accounts were known on the day and are of a later year than the best so far, of one year the version known later, then that with the higher key,
    /// so that the order of the list never matters.
    @inline(__always)
    private static func isNewer(
        _ accounts: UnsafeBufferPointer<AccountsRecord>, _ index: Int, than newest: Int, of best: inout Int64, _ today: Int32
    ) -> Bool {
        let (end, known) = (accounts[index].periodEnd.daysSince1970, accounts[index].record.knownOn.daysSince1970)
        guard known <= today, accounts[index].record.replacedOn.map({ $0.daysSince1970 > today }) ?? true else { return false }
        let age = Int64(end) << 32 | Int64(UInt32(bitPattern: known) ^ 0x8000_0000)
        guard age > best || age == best && accounts[index].record.source.id > accounts[newest].record.source.id else { return false }
        best = age
        return true
    }

    /// Years between two years' ends; 1 for neighbouring years, also when an organization moved its year end by some months.
    @inline(__always)
    static func years(from earlier: Day, to later: Day) -> Double {
        let days = later.days(since: earlier)
        return days < 549 ? 1 : Double(days) / 365.25
    }
}
