import Values

/// The accounts that were known on a day: the newest and those before them.
///
/// Years are kept whether there are any or not, blank ones where there are none: a measure that reads one figure then copies nothing else.
struct AccountsView {
    /// Whether there are any accounts, and any before the newest that are at most five years older.
    let hasNewest: Bool
    let hasPrevious: Bool
    let now: AccountsYear
    let before: AccountsYear
    /// Years between the two; 1 for neighbouring years, also when an organization moved its year end by some months.
    let yearsBetween: Double

    init(_ accounts: ArraySlice<AccountsRecord>, asOf: Day) {
        self = accounts.withUnsafeBufferPointer { AccountsView($0, asOf: asOf) }
    }

    private init(_ accounts: UnsafeBufferPointer<AccountsRecord>, asOf: Day) {
        let newest = Self.newest(of: accounts, asOf: asOf)
        let previous = newest.flatMap { Self.previous(to: accounts[$0].periodEnd, of: accounts, asOf: asOf) }
        (hasNewest, hasPrevious) = (newest != nil, previous != nil)
        now = newest.map { AccountsYear(accounts[$0]) } ?? .blank
        before = previous.map { AccountsYear(accounts[$0]) } ?? .blank
        let days = hasPrevious ? now.periodEnd.days(since: before.periodEnd) : 0
        yearsBetween = days < 549 ? 1 : Double(days) / 365.25
    }

    /// The newest accounts; nil when there are none.
    var newest: AccountsYear? { hasNewest ? now : nil }

    /// Position of the newest accounts that were known on the day.
    static func newest(of accounts: UnsafeBufferPointer<AccountsRecord>, asOf: Day) -> Int? {
        var newest: Int?
        for index in accounts.indices where isVisible(accounts[index], asOf) {
            if let best = newest, !isNewer(accounts[index], than: accounts[best]) { continue }
            newest = index
        }
        return newest
    }

    private static func previous(to end: Day, of accounts: UnsafeBufferPointer<AccountsRecord>, asOf: Day) -> Int? {
        var previous: Int?
        for index in accounts.indices where isVisible(accounts[index], asOf) {
            guard daysBetween.contains(end.days(since: accounts[index].periodEnd)) else { continue }
            if let best = previous, !isNewer(accounts[index], than: accounts[best]) { continue }
            previous = index
        }
        return previous
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
}
