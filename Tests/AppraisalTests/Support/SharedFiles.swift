import Foundation

@testable import Appraisal

/// Files of the package and of the data sets beside it.
enum SharedFiles {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where the data sets lie: the environment says, or `shared/data` beside the package.
    static let data: URL = {
        if let path = ProcessInfo.processInfo.environment["INCUBATOR_SHARED_DATA"] { return URL(filePath: path) }
        return package.appending(path: "../shared/data").standardized
    }()

    static func hasData(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: data.appending(path: folder).path)
    }

    static func document(_ path: String) throws -> RubricValue {
        try JSONDecoder().decode(RubricValue.self, from: Data(contentsOf: package.appending(path: path)))
    }

    static func pooledRubric() throws -> Rubric {
        try shippedRubric("pooled-2")
    }

    static func shippedRubric(_ name: String) throws -> Rubric {
        try Rubric(reading: document("sql/reference/rubrics/\(name).json"))
    }

    static func backtest(_ folder: String) throws -> BacktestData {
        let layout = try BacktestLayout(reading: document("sql/reference/backtest/\(folder).json"))
        var tables: [String: BacktestTable] = [:]
        for file in layout.files {
            let text = try String(contentsOf: data.appending(path: folder).appending(path: file), encoding: .utf8)
            let rows = text.split(separator: "\n").map(cells)
            tables[file] = BacktestTable(columns: rows[0], rows: Array(rows.dropFirst()))
        }
        return try BacktestData(layout: layout, tables: tables)
    }

    /// The cells of a line; quotes protect commas.
    private static func cells(_ line: Substring) -> [String] {
        var (cells, cell, isQuoted) = ([String](), [UInt8](), false)
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                cells.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
            case UInt8(ascii: "\r"): continue
            default: cell.append(byte)
            }
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
    }
}
