/// One value of an answer: its bytes in binary format, its type and the column that it stands in.
///
/// A cell keeps the answer alive that its bytes belong to. It is made for being decoded at once, so it does not leave its task.
package struct PostgresCell {
    private let owner: QueryResult
    /// Inside the memory of `owner`, which this cell holds; nil for NULL.
    private let bytes: UnsafeRawBufferPointer?
    /// The type that the server sent.
    package let type: PostgresType
    private let columnIndex: Int
    private let rowIndex: Int

    init(owner: QueryResult, row: Int, column: Int) {
        self.owner = owner
        bytes = owner.bytes(row: row, column: column)
        type = owner.type(column: column)
        rowIndex = row
        columnIndex = column
    }

    private init(element bytes: UnsafeRawBufferPointer?, type: PostgresType, of whole: PostgresCell) {
        owner = whole.owner
        self.bytes = bytes
        self.type = type
        columnIndex = whole.columnIndex
        rowIndex = whole.rowIndex
    }

    /// True for NULL.
    package var isNull: Bool { bytes == nil }

    /// The column's name in the answer.
    package var column: String { owner.name(column: columnIndex) }

    /// Length in bytes; 0 for NULL.
    var count: Int { bytes?.count ?? 0 }

    /// Hands the bytes to `body`; they are valid only inside it.
    ///
    /// - Throws: kind `decoding` when the value is NULL, and what `body` throws.
    func withBytes<T>(
        for wanted: Any.Type, _ body: (UnsafeRawBufferPointer) throws(PostgresError) -> T
    ) throws(PostgresError) -> T {
        guard let bytes else { throw mismatch(wanted, "the value is NULL; ask for an Optional if it may be") }
        defer { withExtendedLifetime(owner) {} }
        return try body(bytes)
    }

    /// Cells for the elements of an array; `part` is a range inside this cell's bytes, nil for NULL.
    func element(_ part: Range<Int>?, type: PostgresType) -> PostgresCell {
        guard let part, let bytes else { return PostgresCell(element: nil, type: type, of: self) }
        return PostgresCell(element: UnsafeRawBufferPointer(rebasing: bytes[part]), type: type, of: self)
    }

    /// The error for a value that is not what was asked for. It names the column and the types, never the value.
    package func mismatch(_ wanted: Any.Type, _ reason: String) -> PostgresError {
        let place = "column \"\(column)\" (\(columnIndex + 1)) of row \(rowIndex + 1)"
        return PostgresError(
            .init(
                kind: .decoding,
                message: "\(place), \(type), cannot be read as \(wanted): \(reason)",
                column: column,
                statement: owner.statement,
                place: owner.place
            )
        )
    }
}

extension PostgresCell {
    /// Reads a whole number of exactly the width of `Integer`.
    func loadInteger<Integer: FixedWidthInteger>(_: Integer.Type, for wanted: Any.Type) throws(PostgresError) -> Integer {
        try withBytes(for: wanted) { bytes throws(PostgresError) in
            guard bytes.count == MemoryLayout<Integer>.size else {
                throw mismatch(wanted, "it has \(bytes.count) bytes instead of \(MemoryLayout<Integer>.size)")
            }
            return Integer(bigEndian: bytes.loadUnaligned(as: Integer.self))
        }
    }

    /// Reads UTF-8 from `start` to the end.
    func loadText(from start: Int = 0, for wanted: Any.Type) throws(PostgresError) -> String {
        try withBytes(for: wanted) { bytes throws(PostgresError) in
            guard start <= bytes.count, let text = String(validating: bytes[start...], as: UTF8.self) else {
                throw mismatch(wanted, "it is not valid UTF-8")
            }
            return text
        }
    }
}
