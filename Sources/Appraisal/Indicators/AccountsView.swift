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
    /// When the first version of the newest ones was received: corrected accounts came in when that did.
    let received: Day?

    init(_ accounts: ArraySlice<AccountsRecord>, asOf: Day) {
        self = accounts.withUnsafeBufferPointer { AccountsView($0, asOf: asOf) }
    }

    private init(_ accounts: UnsafeBufferPointer<AccountsRecord>, asOf: Day) {
        let found = AccountsPlaces(accounts, inOrder: false, asOf: asOf)
        (hasNewest, hasPrevious) = (found.newest >= 0, found.previous >= 0)
        now = hasNewest ? AccountsYear(accounts[found.newest]) : .blank
        before = hasPrevious ? AccountsYear(accounts[found.previous]) : .blank
        yearsBetween = hasPrevious ? AccountsPlaces.years(from: before.periodEnd, to: now.periodEnd) : 1
        received = hasNewest ? Day(daysSince1970: Int(found.received)) : nil
    }

    /// The newest accounts; nil when there are none.
    var newest: AccountsYear? { hasNewest ? now : nil }
}
