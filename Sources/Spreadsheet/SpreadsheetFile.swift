import CXlsxwriter
import Glibc

/// A table as a file of Office Open XML (`.xlsx`), with one sheet: headings in bold that stay in sight, and a filter.
package struct SpreadsheetFile: Sendable {
    package struct Column: Hashable, Sendable {
        package let heading: String
        /// In characters.
        package let width: Double

        package init(_ heading: String, width: Double = 14) {
            self.heading = heading
            self.width = width
        }
    }

    private let sheet: String
    private let columns: [Column]
    private let rows: [[SpreadsheetCell]]
    /// The longest text that a cell of this format can hold.
    private static let longestText = 32_767

    /// - Parameter sheet: at most 31 characters, none of `[]:*?/\`; others are left out.
    package init(sheet: String, columns: [Column], rows: [[SpreadsheetCell]]) {
        let allowed = sheet.filter { !"[]:*?/\\'".contains($0) }.prefix(31)
        self.sheet = allowed.isEmpty ? "1" : String(allowed)
        self.columns = columns
        self.rows = rows
    }

    /// The file's content. Writes to a temporary file, so it belongs on a thread that may wait.
    ///
    /// - Throws: ``Fault`` when the temporary file cannot be written.
    package func bytes() throws(Fault) -> [UInt8] {
        var path = Array("/tmp/incubator-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Fault(reason: "no temporary file: \(errno)") }
        defer { close(descriptor) }
        defer { unlink(path) }
        try write(to: path)
        return try Self.read(path)
    }

    /// The table could not be written.
    package struct Fault: Error, Hashable {
        package let reason: String
    }

    private func write(to path: [CChar]) throws(Fault) {
        guard let workbook = workbook_new(path), let worksheet = workbook_add_worksheet(workbook, sheet) else {
            throw Fault(reason: "no workbook")
        }
        let bold = workbook_add_format(workbook)
        format_set_bold(bold)
        let percent = workbook_add_format(workbook)
        format_set_num_format(percent, "0.0%")
        for (index, column) in columns.enumerated() {
            let place = lxw_col_t(index)
            worksheet_set_column(worksheet, place, place, column.width, nil)
            worksheet_write_string(worksheet, 0, place, column.heading, bold)
        }
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                Self.write(cell, to: worksheet, lxw_row_t(row + 1), lxw_col_t(column), percent)
            }
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        if !columns.isEmpty { worksheet_autofilter(worksheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(columns.count - 1)) }
        let error = workbook_close(workbook)
        guard error == LXW_NO_ERROR else { throw Fault(reason: String(cString: lxw_strerror(error))) }
    }

    private static func write(
        _ cell: SpreadsheetCell, to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
        _ percent: UnsafeMutablePointer<lxw_format>?
    ) {
        switch cell {
        case .empty: break
        case .text(let text):
            // Counted in units of UTF-16 by the format, and control characters are none of XML's.
            let clean = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
            let fitting = clean.utf16.count > longestText ? String(clean.prefix(longestText / 4)) : clean
            worksheet_write_string(worksheet, row, column, fitting, nil)
        case .number(let number): if number.isFinite { worksheet_write_number(worksheet, row, column, number, nil) }
        case .share(let share): if share.isFinite { worksheet_write_number(worksheet, row, column, share, percent) }
        }
    }

    private static func read(_ path: [CChar]) throws(Fault) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Fault(reason: "the temporary file is gone: \(errno)") }
        defer { fclose(file) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            content += buffer[..<count]
        }
        return content
    }
}
