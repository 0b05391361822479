package import Values

/// An account's number, from 1 up.
package struct AccountNumber: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: Int64

    package init?(rawValue: Int64) {
        guard rawValue > 0 else { return nil }
        self.rawValue = rawValue
    }

    package static func < (left: AccountNumber, right: AccountNumber) -> Bool { left.rawValue < right.rawValue }

    package var description: String { String(rawValue) }
}

/// A role that an account holds somewhere for a time.
package struct Holding: Hashable, Sendable {
    package let number: Int64
    package let role: Role
    package let scope: Scope
    package let from: Day
    /// The last day on which it is held; nil without an end. A hub's staff hold theirs no longer than the hub's contract.
    package let until: Day?

    package init(number: Int64, role: Role, scope: Scope, from: Day, until: Day?) {
        self.number = number
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
    }

    package func isHeld(on day: Day) -> Bool {
        from <= day && until.map { day <= $0 } ?? true
    }
}
