/// What can be wrong with the form of a table, before any cell is understood.
package enum StructureProblem: Error, Hashable, Sendable {
    case emptyFile
    case headerOnly
    case headerWithoutNames
    case duplicateHeader(name: String, first: Int, second: Int)
    case utf16
    case spreadsheetFile
    case conversionUnavailable
    case unknownDelimiter
    case cellTooLarge(limit: Int)
    case recordTooLarge(limit: Int)
    case tooManyColumns(limit: Int)
    case tooNarrow(found: Int, expected: Int)
    case tooWide(found: Int, expected: Int)
    case nulByte(offset: Int)
    case invalidBytes(encoding: TextEncoding, offset: Int)
    /// A quote that no later quote closes. `line` is where it was opened.
    case quoteLeftOpen(line: Int)
    /// Something other than a delimiter or a line end follows a closing quote. `opened` and `closed` are lines.
    case textAfterQuote(opened: Int, closed: Int)

    /// The stable word for programs.
    package var code: String {
        switch self {
        case .emptyFile: "empty-file"
        case .headerOnly: "header-only"
        case .headerWithoutNames: "header-without-names"
        case .duplicateHeader: "duplicate-header"
        case .utf16: "utf-16"
        case .spreadsheetFile: "spreadsheet-file"
        case .conversionUnavailable: "conversion-unavailable"
        case .unknownDelimiter: "unknown-delimiter"
        case .cellTooLarge: "cell-too-large"
        case .recordTooLarge: "row-too-large"
        case .tooManyColumns: "too-many-columns"
        case .tooNarrow: "row-too-narrow"
        case .tooWide: "row-too-wide"
        case .nulByte: "nul-byte"
        case .invalidBytes: "invalid-bytes"
        case .quoteLeftOpen: "quote-left-open"
        case .textAfterQuote: "text-after-quote"
        }
    }
}
