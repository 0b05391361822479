import Values

/// A field's value inside a row that is used again for every row: text is a range of the row's bytes.
enum CellValue {
    case missing
    case text(Range<Int>)
    case integer(Int64)
    case money(Money)
    case number(Double)
    case day(Day)
    case yesNo(Bool)
    /// The index in the column's list.
    case choice(Int)
}
