/// Writes a table as CSV (RFC 4180) in UTF-8.
///
/// Cells that a spreadsheet would run as a formula get an apostrophe in front: whatever begins with `=`, `+`, `-`, `@`, tab, CR, LF or NUL
/// and is no number (OWASP, CSV injection; ASVS 5.0, 1.2.10). This is the one place through which every table leaves the register.
package struct CSVWriter {
    package struct Options: Hashable, Sendable {
        package var delimiter = UInt8(ascii: ",")
        /// Whether the file begins with a byte order mark. Spreadsheet programs take Chinese text for GB18030 without it.
        package var byteOrderMark = false
        /// Whether formulas are made harmless. Off only where the file is read by a program again, and never shown in a spreadsheet.
        package var neutralizesFormulas = true
        /// CR LF, as RFC 4180 has it, or LF alone.
        package var carriageReturns = true

        package init() {}
    }

    package let options: Options
    /// What has been written and not yet taken.
    package private(set) var bytes: [UInt8] = []

    package init(options: Options = Options()) {
        self.options = options
        if options.byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Writes one row.
    package mutating func write(_ cells: some Sequence<String>) {
        var isFirst = true
        var isLoneEmptyCell = false
        for cell in cells {
            if !isFirst { bytes.append(options.delimiter) }
            isLoneEmptyCell = isFirst && cell.isEmpty
            isFirst = false
            append(cell)
        }
        // Without quotes the row would be an empty line, which readers pass over.
        if isLoneEmptyCell { bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: "\"")]) }
        if options.carriageReturns { bytes.append(0x0D) }
        bytes.append(0x0A)
    }

    /// Hands over what has been written since the last call. Call it now and then to keep memory small.
    package mutating func takeBytes() -> [UInt8] {
        let taken = bytes
        bytes.removeAll()
        return taken
    }

    private mutating func append(_ cell: String) {
        var cell = cell
        cell.withUTF8 { text in
            let neutralized = options.neutralizesFormulas && Self.isFormula(text)
            let quote = UInt8(ascii: "\"")
            let needsQuotes = text.contains { $0 == options.delimiter || $0 == quote || $0 == 0x0A || $0 == 0x0D }
            if needsQuotes { bytes.append(quote) }
            if neutralized { bytes.append(UInt8(ascii: "'")) }
            for byte in text {
                if byte == quote { bytes.append(quote) }
                bytes.append(byte)
            }
            if needsQuotes { bytes.append(quote) }
        }
    }

    private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x00, 0x09, 0x0A, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return DecimalText.plain(text.span) == .notANumber
        default: return false
        }
    }
}
