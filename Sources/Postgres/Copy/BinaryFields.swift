/// The values of one row in the binary format, of a COPY or of an answer, read one after another in the order of the columns.
///
/// Not for keeping: it looks at memory that is gone when the row is.
package struct BinaryFields {
    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    private let statement: String

    init(_ bytes: UnsafeRawBufferPointer, from position: Int, statement: String) {
        self.bytes = bytes
        self.position = position
        self.statement = statement
    }

    /// A `bigint`.
    package mutating func int64() throws(PostgresError) -> Int64 {
        guard let value = try optionalInt64() else { throw fault("it is NULL") }
        return value
    }

    /// A `bigint`; nil for NULL.
    package mutating func optionalInt64() throws(PostgresError) -> Int64? {
        try value(8) { Int64(bigEndian: $0.loadUnaligned(as: Int64.self)) }
    }

    /// An `integer`.
    package mutating func int32() throws(PostgresError) -> Int32 {
        guard let value = try optionalInt32() else { throw fault("it is NULL") }
        return value
    }

    /// An `integer`; nil for NULL.
    package mutating func optionalInt32() throws(PostgresError) -> Int32? {
        try value(4) { Int32(bigEndian: $0.loadUnaligned(as: Int32.self)) }
    }

    /// A `double precision`.
    package mutating func double() throws(PostgresError) -> Double {
        Double(bitPattern: UInt64(bitPattern: try int64()))
    }

    /// A `boolean`.
    package mutating func bool() throws(PostgresError) -> Bool {
        guard let value = try optionalBool() else { throw fault("it is NULL") }
        return value
    }

    /// A `boolean`; nil for NULL.
    package mutating func optionalBool() throws(PostgresError) -> Bool? {
        try value(1) { $0.load(as: UInt8.self) != 0 }
    }

    /// A `date`.
    package mutating func date() throws(PostgresError) -> PostgresDate {
        PostgresDate(daysSince2000: try int32())
    }

    /// A `date`; nil for NULL.
    package mutating func optionalDate() throws(PostgresError) -> PostgresDate? {
        try optionalInt32().map { PostgresDate(daysSince2000: $0) }
    }

    /// A `text`.
    package mutating func text() throws(PostgresError) -> String {
        guard let length = try length() else { throw fault("it is NULL") }
        let part = bytes[position..<position + length]
        position += length
        guard let text = String(validating: part, as: UTF8.self) else { throw fault("it is not valid UTF-8") }
        return text
    }

    /// Length of the next value, which is then known to be there; nil for NULL.
    private mutating func length() throws(PostgresError) -> Int? {
        guard position + 4 <= bytes.count else { throw fault("the row ends early") }
        let length = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int32.self)))
        position += 4
        if length < 0 { return nil }
        guard position + length <= bytes.count else { throw fault("the row ends early") }
        return length
    }

    private mutating func value<Value>(_ size: Int, _ read: (UnsafeRawBufferPointer) -> Value) throws(PostgresError) -> Value? {
        guard let length = try length() else { return nil }
        guard length == size else { throw fault("it has \(length) bytes instead of \(size)") }
        defer { position += length }
        return read(UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
    }

    /// Where the row ends, when as many values were read as it has.
    fileprivate var end: Int { position }

    /// The error for a value that is not what was asked for; it never shows the value.
    package func fault(_ reason: String) -> PostgresError {
        PostgresError(.decoding, "a value of a binary COPY cannot be read: \(reason)", statement: statement)
    }
}

extension Rows {
    /// Takes the rows as those of a binary COPY are taken.
    ///
    /// - Parameters:
    ///   - columns: how many values each row has.
    ///   - body: reads all values of a row.
    /// - Throws: what `body` throws; ``PostgresError`` of kind `decoding` for rows of another shape.
    package func read(columns: Int, _ body: (inout BinaryFields) throws(PostgresError) -> Void) throws(PostgresError) {
        for row in self {
            guard row.count == columns else {
                throw PostgresError(.decoding, "a row has \(row.count) values instead of \(columns)", statement: row.result.statement)
            }
            let bytes = row.binaryFields
            var outcome: Result<Void, PostgresError> = .success(())
            bytes.withUnsafeBytes { bytes in
                var fields = BinaryFields(bytes, from: 0, statement: row.result.statement ?? "")
                do throws(PostgresError) { try body(&fields) } catch { outcome = .failure(error) }
            }
            try outcome.get()
        }
    }
}

extension Row {
    /// Every value behind its length, -1 for NULL: the row as a binary COPY sends it.
    fileprivate var binaryFields: [UInt8] {
        var bytes: [UInt8] = []
        for column in 0..<count {
            let value = result.bytes(row: index, column: column)
            withUnsafeBytes(of: Int32(clamping: value?.count ?? -1).bigEndian) { bytes.append(contentsOf: $0) }
            if let value { bytes.append(contentsOf: value) }
        }
        return bytes
    }
}

extension PostgresTransaction {
    /// Takes the rows of a `COPY … TO STDOUT (FORMAT binary)`, one after another.
    ///
    /// - Parameters:
    ///   - columns: how many values each row has.
    ///   - body: reads all values of a row.
    /// - Throws: what `body` throws; ``PostgresError`` of kind `decoding` for rows of another shape.
    package func copyRows(
        _ sql: SQL, columns: Int, _ body: (inout BinaryFields) throws(PostgresError) -> Void
    ) async throws {
        var isBegun = false
        for try await chunk in copyOut(sql) {
            try chunk.withUnsafeBytes { bytes in
                var position = 0
                if !isBegun {
                    position = Self.headerLength
                    isBegun = true
                }
                while position + 2 <= bytes.count {
                    let count = Int(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int16.self)))
                    if count == -1 { return }
                    guard count == columns else {
                        throw PostgresError(.decoding, "a row has \(count) values instead of \(columns)", statement: sql.text)
                    }
                    var fields = BinaryFields(bytes, from: position + 2, statement: sql.text)
                    try body(&fields)
                    position = fields.end
                }
            }
        }
    }

    /// Signature, flags and the length of an extension, which no version of the server has used yet.
    private static let headerLength = 19
}
