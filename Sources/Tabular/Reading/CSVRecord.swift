/// One row of a table, read in place: the bytes stay in the reader's buffer until a cell is asked for.
///
/// The reader uses one record again and again. A copy stays valid, but costs the reader a copy of its buffer; so copy what is to be kept.
package struct CSVRecord {
    /// The file's bytes, this record and what follows it.
    var bytes: [UInt8] = []
    /// Cells that had to be converted to UTF-8.
    var converted: [UInt8] = []
    var cells: [CellRange] = []

    /// The row as a spreadsheet counts it; the header is row 1.
    package internal(set) var row = 0
    /// The line of the file on which the record begins, from 1.
    package internal(set) var line = 1
    /// The byte of the file at which the record begins.
    package internal(set) var offset = 0

    /// The number of cells.
    package var count: Int { cells.count }

    /// Whether the cell has no bytes. A column past the end is empty.
    package func isEmpty(_ column: Int) -> Bool {
        guard cells.indices.contains(column) else { return true }
        return cells[column].start == cells[column].end
    }

    /// Whether no cell has any bytes, as spreadsheets write below the last filled row.
    package var isBlank: Bool {
        cells.allSatisfy { $0.start == $0.end }
    }

    /// Reads the UTF-8 bytes of a cell without copying them. A column past the end is empty.
    package func withBytes<Result, Failure: Error>(
        of column: Int,
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard column >= 0, column < cells.count else { return try body([UInt8]().span) }
        let cell = cells[column]
        if cell.traits.contains(.converted) {
            return try body(converted.span.extracting(cell.start..<cell.end))
        }
        return try body(bytes.span.extracting(cell.start..<cell.end))
    }

    /// The text of a cell. Bytes that are no UTF-8 (only a refused record has them) become U+FFFD.
    package func string(of column: Int) -> String {
        guard column >= 0, column < cells.count else { return "" }
        let cell = cells[column]
        let source = cell.traits.contains(.converted) ? converted : bytes
        return String(decoding: source[cell.start..<cell.end], as: UTF8.self)
    }

    /// All cells as text.
    package var strings: [String] {
        (0..<count).map(string(of:))
    }
}
