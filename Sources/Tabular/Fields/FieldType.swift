package import Values

/// What a column of a table holds, and which values are allowed in it.
package enum FieldType: Hashable, Sendable {
    /// Text without white space around it. `longest` counts Unicode characters (scalars, as PostgreSQL counts); `lines` allows line breaks.
    case text(longest: Int, lines: Bool = false)
    case integer(ClosedRange<Int64>)
    /// An amount, read exactly.
    case money(ClosedRange<Money> = Money(minorUnits: .min)...Money(minorUnits: .max))
    /// A measure or share that is no amount of money.
    case number(ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    case day(ClosedRange<Day> = Day.earliest...Day.latest)
    case yesNo
    /// One of a list of values, each known by its own spelling and by labels.
    case choice([Choice])

    /// A value of a list.
    package struct Choice: Hashable, Sendable {
        /// What the register stores.
        package let value: String
        /// What people write in a table, in either language.
        package let labels: [String]

        package init(_ value: String, labels: [String] = []) {
            self.value = value
            self.labels = labels
        }
    }
}
