import Postgres
import Tabular
import Values

/// Turns read rows into lines for a staging table, and says what is wrong with a row as far as the row itself tells.
protocol RowStager {
    /// The COPY statement that takes the lines.
    var copy: SQL { get }

    /// Appends the row's line; appends nothing when a finding is an error.
    ///
    /// - Parameter part: which of the rows that one line of the file became.
    /// - Throws: what the cryptography does when a name cannot be sealed.
    mutating func stage(_ row: MappedRow, part: Int, job: Int64, into lines: inout CopyText) throws -> [Finding]
}

extension Finding {
    /// A finding about a column of a row.
    init(_ row: MappedRow, _ column: String, value: String, code: String, _ message: (String, String), remedy: (String, String)) {
        self.init(
            row: row.row, line: row.line, column: column, value: value, code: code, message: .init(zh: message.0, en: message.1),
            remedy: .init(zh: remedy.0, en: remedy.1))
    }
}

/// Splits a cell that holds a list, `a;b；c`.
enum ListCell {
    static func parts(_ cell: String?) -> [String] {
        guard let cell else { return [] }
        return cell.split { $0 == ";" || $0 == "；" || $0 == "、" }.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }
}
