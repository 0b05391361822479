package import Values

/// One row for the register, typed. Columns are known by their index in the schema.
///
/// The reader uses one row again and again; a copy stays valid and is what to keep.
package struct MappedRow {
    package let schema: TableSchema
    var values: [CellValue]
    /// The bytes of all texts of this row.
    var text: [UInt8] = []

    /// The row of the file that it came from, as a spreadsheet counts; the header is row 1.
    package internal(set) var row = 0
    /// The line of the file on which that row begins, from 1.
    package internal(set) var line = 0
    /// Which of the mapping's repetitions made it; 0 when there are none.
    package internal(set) var repetition = 0

    init(schema: TableSchema) {
        self.schema = schema
        values = schema.columns.map { _ in .missing }
    }

    /// The value in whatever type it has.
    package subscript(column: Int) -> FieldValue {
        switch values[column] {
        case .missing: .missing
        case .text(let range): .text(String(decoding: text[range], as: UTF8.self))
        case .integer(let number): .integer(number)
        case .money(let amount): .money(amount)
        case .number(let number): .number(number)
        case .day(let day): .day(day)
        case .yesNo(let answer): .yesNo(answer)
        case .choice(let index): .choice(choiceValue(column, index))
        }
    }

    /// Whether the value is not known.
    package func isMissing(_ column: Int) -> Bool {
        if case .missing = values[column] { return true }
        return false
    }

    /// The text, or the stored spelling of a value of a list; `nil` for a missing value and every other type.
    package func text(_ column: Int) -> String? {
        switch values[column] {
        case .text(let range): String(decoding: text[range], as: UTF8.self)
        case .choice(let index): choiceValue(column, index)
        default: nil
        }
    }

    /// Reads the UTF-8 bytes of a text without copying them; no bytes for a missing value and every other type.
    package func withText<Result, Failure: Error>(
        of column: Int,
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard case .text(let range) = values[column] else { return try body([UInt8]().span) }
        return try body(text.span.extracting(range))
    }

    package func integer(_ column: Int) -> Int64? {
        if case .integer(let number) = values[column] { number } else { nil }
    }

    package func money(_ column: Int) -> Money? {
        if case .money(let amount) = values[column] { amount } else { nil }
    }

    package func number(_ column: Int) -> Double? {
        if case .number(let number) = values[column] { number } else { nil }
    }

    package func day(_ column: Int) -> Day? {
        if case .day(let day) = values[column] { day } else { nil }
    }

    package func yesNo(_ column: Int) -> Bool? {
        if case .yesNo(let answer) = values[column] { answer } else { nil }
    }

    private func choiceValue(_ column: Int, _ index: Int) -> String {
        guard case .choice(let choices) = schema.columns[column].type else { return "" }
        return choices[index].value
    }
}
