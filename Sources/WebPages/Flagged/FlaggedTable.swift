import Appraisal
import Incubation
import Spreadsheet
import Tabular
import Values
import Workflow

/// Flagged organizations as a table to be taken away: one row for each flag, so that a spreadsheet can sort and filter by it.
struct FlaggedTable: Sendable {
    private let columns: [SpreadsheetFile.Column]
    private let rows: [[SpreadsheetCell]]
    private let sheet: String

    init(_ found: ExportedRows<StoredAssessment>, _ w: Words) {
        let words = Catalogue.flagged
        sheet = w(words.title)
        let headings: [(BilingualText, Double)] = [
            (words.number, 14), (words.name, 36), (words.status, 12), (words.points, 8), (words.estimate, 12), (words.low, 10),
            (words.high, 10), (words.known, 10), (words.code, 18), (words.severity, 10), (words.reason, 60), (words.action, 30),
            (words.clears, 40), (words.source, 40),
        ]
        columns = headings.map { SpreadsheetFile.Column(w($0.0), width: $0.1) }
        let rows = found.items.flatMap { assessment in
            let head = Self.head(of: assessment, w)
            return assessment.detail.flags.map { flag in
                head + [
                    .text(flag.code), .text(ChipView.severity(flag.severity, w).label), .text(w(flag.reason.text)),
                    .text(w(flag.action.text)), .text(w(flag.clears.text)), .text(w(flag.source.text)),
                ]
            }
        }
        // As wide as the others, so that programs which read the file find a table.
        let last = found.note.map { [.text(w($0))] + [SpreadsheetCell](repeating: .empty, count: headings.count - 1) }
        self.rows = rows + (last.map { [$0] } ?? [])
    }

    private static func head(of assessment: StoredAssessment, _ w: Words) -> [SpreadsheetCell] {
        func share(_ value: Double?) -> SpreadsheetCell { value.map(SpreadsheetCell.share) ?? .empty }
        let name = w.language == .english ? assessment.englishName ?? assessment.name : assessment.name
        return [
            .text(assessment.organization.description), .text(name), .text(ChipView.status(assessment.status, w).label),
            .number(Double(assessment.points)), share(assessment.probability), share(assessment.probabilityLow),
            share(assessment.probabilityHigh), share(assessment.coverage),
        ]
    }

    /// With a byte order mark, without which spreadsheet programs garble Chinese.
    func csv() -> [UInt8] {
        var options = CSVWriter.Options()
        options.byteOrderMark = true
        var writer = CSVWriter(options: options)
        writer.write(columns.map(\.heading))
        for row in rows { writer.write(row.map(Self.text)) }
        return writer.takeBytes()
    }

    func spreadsheet() -> SpreadsheetFile {
        SpreadsheetFile(sheet: sheet, columns: columns, rows: rows)
    }

    private static func text(_ cell: SpreadsheetCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .number(let number): ChartText.number(number)
        case .share(let share): Percent.words(share)
        }
    }
}
