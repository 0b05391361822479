/// A key that cannot be mistaken for the key of another kind of record.
///
/// The raw value is a positive whole number given by the database; it means nothing outside the register and is never reused.
package struct Identifier<Record>: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}

extension Identifier: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
