package import Values

/// The value of one field of a row.
package enum FieldValue: Hashable, Sendable {
    /// Not known. Never the same as 0.
    case missing
    case text(String)
    case integer(Int64)
    case money(Money)
    case number(Double)
    case day(Day)
    case yesNo(Bool)
    /// The stored spelling of a value of the list.
    case choice(String)
}
