/// What stands in a cell.
package enum SpreadsheetCell: Hashable, Sendable {
    case empty
    /// Always kept as text: what looks like a formula is none.
    case text(String)
    case number(Double)
    /// A number from 0 to 1, shown in hundredths.
    case share(Double)
}
