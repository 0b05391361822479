import Tabular
package import Values

/// A calendar as a table: one row for each day on which the year differs from plain weeks.
package enum CalendarTable {
    /// A year has some 25 such rows; a file of this size is something else.
    package static let largest = 1 << 20

    /// Reads a table in any encoding and with any of the usual separators.
    ///
    /// - Throws: ``Refusal/importFile(_:remedy:)`` for the first row that cannot be read; ``Refusal/notPossible(field:_:)`` for days that
    ///   make no calendar of one year.
    package static func read(_ bytes: [UInt8]) throws(Refusal) -> PublishedCalendar {
        let rows = try rows(of: bytes)
        guard let first = rows.first else {
            throw .importFile(
                text("表中没有数据行。", "The table has no rows."),
                remedy: text("请每天写一行，包括全年的放假日和调休上班日。", "Give one row for each day off and make-up day."))
        }
        if let other = rows.first(where: { $0.source != first.source }) {
            throw .importFile(
                text("第 \(other.row) 行的来源与前面不同。", "The source in row \(other.row) is not the one of the rows before."),
                remedy: text("一个文件只录入一年，只有一个来源。", "A file is the calendar of one year, from one source."))
        }
        return try PublishedCalendar(
            year: first.exception.day.year, days: rows.map(\.exception), source: first.source, field: "day")
    }

    private struct TableRow {
        let row: Int
        let exception: CalendarException
        let source: BilingualText
    }

    private static func rows(of bytes: [UInt8]) throws(Refusal) -> [TableRow] {
        var reader = TableReader(schema: .calendar, mapping: .byName)
        reader.append(bytes)
        reader.finish()
        var rows: [TableRow] = []
        while true {
            let step: TableReader.Step
            do throws(TableRefusal) {
                step = try reader.next()
            } catch {
                throw refusal(error.findings)
            }
            switch step {
            case .row: rows.append(try row(reader.row))
            case .rejected: throw refusal(reader.findings)
            case .needsBytes, .end: return rows
            }
        }
    }

    private static func row(_ row: MappedRow) throws(Refusal) -> TableRow {
        guard let day = row.day(0), let kind = row.text(1).flatMap(CalendarException.Kind.init), let occasion = row.text(2),
            let source = row.text(4)
        else { throw refusal([]) }
        return TableRow(
            row: row.row,
            exception: CalendarException(day: day, kind: kind, occasion: BilingualText(zh: occasion, en: row.text(3) ?? occasion)),
            source: BilingualText(zh: source, en: row.text(5) ?? source))
    }

    private static func refusal(_ findings: [Finding]) -> Refusal {
        guard let finding = findings.first(where: { $0.severity == .error }) ?? findings.first else {
            return .importFile(text("表格不能读取。", "The table cannot be read."), remedy: text("请核对文件。", "Check the file."))
        }
        let place = finding.column.map { " \($0)" } ?? ""
        return .importFile(
            text("第 \(finding.row) 行\(place)：\(finding.message.zh)", "Row \(finding.row)\(place): \(finding.message.en)"),
            remedy: finding.remedy)
    }
}

extension TableSchema {
    static let calendar = TableSchema(
        kind: "calendar",
        columns: [
            .day("day", "日期", "day", required: true),
            .choice("kind", "类型", "kind", of: CalendarException.Kind.self, required: true, words: \.words),
            .text("occasion", "节日", "occasion", longest: 100, required: true),
            .text("englishOccasion", "节日英文名", "occasion in English", longest: 100),
            .text("source", "来源", "source", required: true), .text("englishSource", "来源英文", "source in English"),
        ])
}
