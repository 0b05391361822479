import Testing
import Values

@testable import Tabular

/// What a cell becomes in a column of that type, or the code of what is wrong with it.
enum CellResult: Hashable, CustomStringConvertible {
    case value(FieldValue)
    case problem(String)

    var description: String {
        switch self {
        case .value(let value): "\(value)"
        case .problem(let code): code
        }
    }

    init(_ cell: String, as type: FieldType, rule: ColumnRule = ColumnRule(.column("c"))) throws {
        let schema = TableSchema(kind: "k", columns: [.init("c", label: BilingualText(zh: "列", en: "column"), type: type)])
        var mapping = TableMapping()
        mapping.columns = ["c": rule]
        var reader = TableReader(schema: schema, mapping: mapping, options: CSVOptions(encoding: .utf8))
        var options = CSVWriter.Options()
        options.neutralizesFormulas = false
        var writer = CSVWriter(options: options)
        writer.write(["c", "other"])
        writer.write([cell, "x"])
        reader.append(writer.takeBytes())
        switch try reader.next() {
        case .row: self = .value(reader.row[0])
        default: self = .problem(reader.findings.first?.code ?? "nothing")
        }
    }
}
