import Tabular
import Values

/// Prints a list, page by page, as a text table, as JSON or as CSV.
struct Listing<Subject: Presentable> {
    private let format: TableOptions
    private let columns: [Column<Subject>]
    private let language = Terminal.language
    private var table: TextTable
    private var writer = CSVWriter()
    private var count = 0

    init(_: Subject.Type = Subject.self, as format: TableOptions) {
        self.format = format
        columns = format.json || format.csv ? Subject.columns : Subject.columns.filter(\.isBrief)
        table = TextTable(labels: columns.map(\.label), language: language)
    }

    mutating func add(_ subjects: [Subject]) throws {
        if format.json {
            try Terminal.write(try subjects.enumerated().map { try jsonLine($1, isFirst: count + $0 == 0) }.joined())
        } else if format.csv {
            if count == 0 { writer.write(columns.map(\.name)) }
            for subject in subjects { writer.write(columns.map { $0.value(subject).cell(in: language) }) }
            try Terminal.write(writer.takeBytes())
        } else {
            let lines = table.lines(subjects.map { subject in columns.map { $0.value(subject) } })
            try Terminal.write(lines.map { $0 + "\n" }.joined())
        }
        count += subjects.count
    }

    /// - Parameter next: the mark at which the list goes on, when it was cut short.
    mutating func finish(next: String? = nil) throws {
        if format.json {
            let mark = try next.map { try JSONText.line($0) } ?? "null"
            try Terminal.write(count == 0 ? "{\"items\":[],\"next\":\(mark)}\n" : "\n],\"next\":\(mark)}\n")
            return
        }
        if count == 0 {
            if format.csv { try add([]) } else { Terminal.complain(BilingualText(zh: "没有符合条件的记录。", en: "Nothing found.")) }
        }
        if let next { Terminal.complain(BilingualText(zh: "还有更多：--after \(next)", en: "There is more: --after \(next)")) }
    }

    private func jsonLine(_ subject: Subject, isFirst: Bool) throws -> String {
        (isFirst ? "{\"items\":[\n" : ",\n") + (try JSONText.line(Record(subject)))
    }

    /// Prints a list that is whole.
    static func show(_ subjects: [Subject], as format: TableOptions) throws {
        var listing = Listing(as: format)
        if !subjects.isEmpty { try listing.add(subjects) }
        try listing.finish()
    }
}

extension Terminal {
    /// Prints one record, for people or as JSON.
    static func show(_ record: Record, asJSON: Bool) throws {
        if asJSON {
            try write(try JSONText.pretty(record) + "\n")
        } else {
            let lines = record.lines(in: language)
            if lines.isEmpty { complain(BilingualText(zh: "没有可告知的内容。", en: "There is nothing to be told.")) }
            try write(lines.map { $0 + "\n" }.joined())
        }
    }
}
