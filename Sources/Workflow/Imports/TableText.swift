import Tabular

/// A whole table in memory, as somebody sent it.
package struct TableText: ImportSource {
    package let name: String
    package let bytes: [UInt8]
    /// The names in the table's first row; empty where it cannot be read.
    package let header: [String]
    /// The table's first rows, to recognize it by.
    package let sample: [[String]]

    private static let sampleRows = 3

    package init(name: String, bytes: [UInt8]) {
        (self.name, self.bytes) = (name, bytes)
        var reader = Self.reader(of: bytes)
        var rows: [[String]] = []
        while rows.count < Self.sampleRows, case .record? = try? reader.next() { rows.append(reader.record.strings) }
        (header, sample) = (reader.header?.names ?? [], rows)
    }

    private static func reader(of bytes: [UInt8]) -> CSVReader {
        var reader = CSVReader()
        reader.append(bytes)
        reader.finish()
        return reader
    }

    /// Rows below the header, as far as they can be told apart.
    package func countRows() -> Int64 {
        var reader = Self.reader(of: bytes)
        var rows: Int64 = 0
        while let step = try? reader.next(), !Task.isCancelled {
            switch step {
            case .record, .refused: rows += 1
            case .needsBytes, .end: return rows
            }
        }
        return rows
    }

    package var fingerprint: String { ImportFingerprint.of(bytes) }

    /// From which column of the table each of the register's is read, where the names tell it.
    package func columns(of kind: ImportKind) -> [String: String] {
        guard let names = try? CSVHeader(names: header) else { return [:] }
        return kind.schema.columns.reduce(into: [:]) { columns, column in
            let match = column.names.lazy.compactMap { names.index(of: $0) }.first
            columns[column.name] = match.map { header[$0] }
        }
    }

    package func chunks(from offset: Int) -> AsyncStream<[UInt8]> {
        let rest = Array(bytes.dropFirst(offset))
        return AsyncStream { stream in
            var start = 0
            while start < rest.count {
                let end = min(start + Self.chunk, rest.count)
                stream.yield(Array(rest[start..<end]))
                start = end
            }
            stream.finish()
        }
    }

    private static let chunk = 64 << 10
}

extension ImportRequest {
    /// The import of a table whose columns were chosen one by one.
    ///
    /// - Parameter columns: from which column of the table each of the register's is read, by their names.
    package init(_ table: TableText, kind: ImportKind, columns: [String: String], skipsBadRows: Bool, isRehearsal: Bool) {
        var mapping = TableMapping()
        for (name, column) in columns { mapping.columns[name] = ColumnRule(.column(column)) }
        let words = columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        self.init(
            kind: kind, mapping: mapping, fileName: table.name, fileFingerprint: table.fingerprint,
            mappingHash: ImportFingerprint.of(Array(words.utf8)), skipsBadRows: skipsBadRows, isRehearsal: isRehearsal, columns: columns)
    }
}
