/// A table of a data set as text, read from its file elsewhere.
package struct BacktestTable: Sendable {
    package let columns: [String]
    package let rows: [[String]]
    private let positions: [String: Int]

    /// - Parameter rows: cells in the order of the columns; absent cells at the end of a row count as empty.
    package init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
        positions = Dictionary(zip(columns, columns.indices)) { first, _ in first }
    }

    package func has(_ column: String) -> Bool {
        positions[column] != nil
    }

    /// The cell without surrounding spaces; nil when it is empty or there is no such column.
    func text(_ column: String, row: Int) -> String? {
        guard let position = positions[column], position < rows[row].count else { return nil }
        let cell = rows[row][position]
        let trimmed = cell.utf8.first == 0x20 || cell.utf8.last == 0x20 ? cell.split(separator: " ").joined(separator: " ") : cell
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The cell as a finite number; nil when it is none.
    func number(_ column: String, row: Int) -> Double? {
        guard let text = text(column, row: row), let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// The sum of the cells that are there; nil when none is.
    func sum(_ columns: [String], row: Int) -> Double? {
        var sum: Double?
        for column in columns {
            guard let number = number(column, row: row) else { continue }
            sum = (sum ?? 0) + number
        }
        return sum
    }

    /// The template with each `{column}` replaced by its cell; nil when one of the cells is empty.
    func filled(_ template: DateTemplate, row: Int) -> String? {
        var text = ""
        for part in template.parts {
            switch part {
            case .text(let piece): text += piece
            case .column(let column):
                guard let cell = self.text(column, row: row) else { return nil }
                text += cell
            }
        }
        return text
    }
}

/// How a day is put together from columns, such as `{edition_year}-12-31`.
struct DateTemplate: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case column(String)
    }

    let parts: [Part]

    init(_ template: String) {
        var parts: [Part] = []
        for (index, piece) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: "}") else {
                if !piece.isEmpty { parts.append(.text(String(piece))) }
                continue
            }
            parts.append(.column(String(piece[..<end])))
            let rest = piece[piece.index(after: end)...]
            if !rest.isEmpty { parts.append(.text(String(rest))) }
        }
        self.parts = parts
    }
}
