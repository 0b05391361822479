import Values

/// Rows for people, in columns that line up.
struct TextTable {
    private let header: [String]
    private let language: Language
    private var widths: [Int]
    private var isHeaderWritten = false

    init(labels: [BilingualText], language: Language) {
        header = labels.map { $0[language] }
        widths = header.map(DisplayWidth.of)
        self.language = language
    }

    /// The lines of some rows, below the header the first time. Columns stay at least as wide as in the rows before.
    mutating func lines(_ rows: [[FieldValue]]) -> [String] {
        if rows.isEmpty { return [] }
        let cells = rows.map { $0.map { DisplayWidth.harmless($0.words(in: language)) } }
        for row in cells {
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
        }
        let numeric = header.indices.map { column in rows.contains { $0[column].isNumeric } }
        defer { isHeaderWritten = true }
        let all = isHeaderWritten ? cells : [header] + cells
        return all.map { line(of: $0, numeric: numeric) }
    }

    private func line(of cells: [String], numeric: [Bool]) -> String {
        let padded = cells.enumerated().map { column, cell in
            DisplayWidth.padded(cell, to: widths[column], numeric: numeric[column])
        }
        let line = padded.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}

extension Record {
    /// The record for people: a line for each field that has a value, nested records as tables below.
    func lines(in language: Language) -> [String] {
        let plain = fields.filter { !$0.value.isNested && !$0.value.words(in: language).isEmpty }
        let width = plain.map { DisplayWidth.of($0.label[language]) }.max() ?? 0
        var lines = plain.map { field in
            DisplayWidth.padded(field.label[language], to: width) + "  " + DisplayWidth.harmless(field.value.words(in: language))
        }
        for field in fields {
            guard case .records(let records) = field.value, let first = records.first else { continue }
            var table = TextTable(labels: first.fields.filter(\.isBrief).map(\.label), language: language)
            lines += ["", field.label[language]]
            lines += table.lines(records.map { $0.fields.filter(\.isBrief).map(\.value) }).map { "  " + $0 }
        }
        return lines
    }
}

extension FieldValue {
    fileprivate var isNested: Bool {
        if case .records = self { true } else { false }
    }
}
