/// One row of an answer.
package struct Row: Sendable {
    let result: QueryResult
    let index: Int

    /// Number of columns.
    package var count: Int { result.columnCount }

    /// Reads all columns, in their order.
    ///
    /// - Parameter count: how many of them, where others follow that only the order of the rows needs; nil for all.
    /// - Throws: ``PostgresError`` of kind `decoding` that names the column, what was wanted and why it is not; also when the number of
    ///   columns is another.
    package func decode<each Column: PostgresDecodable>(
        first count: Int? = nil, as types: repeat (each Column).Type
    ) throws(PostgresError) -> (repeat each Column) {
        var wanted = 0
        for _ in repeat (each Column).self { wanted += 1 }
        guard wanted == count ?? result.columnCount, wanted <= result.columnCount else { throw columnCountMismatch(wanted) }
        var column = 0
        return (repeat try decodeNext((each Column).self, &column))
    }

    /// The value in a column, by its place from 0.
    package func cell(_ column: Int) throws(PostgresError) -> PostgresCell {
        guard (0..<result.columnCount).contains(column) else { throw columnCountMismatch(column + 1) }
        return PostgresCell(owner: result, row: index, column: column)
    }

    private func decodeNext<Value: PostgresDecodable>(_: Value.Type, _ column: inout Int) throws(PostgresError) -> Value {
        defer { column += 1 }
        return try Value.decode(PostgresCell(owner: result, row: index, column: column))
    }

    private func columnCountMismatch(_ wanted: Int) -> PostgresError {
        PostgresError(
            .decoding,
            "the answer has \(result.columnCount) columns, \(wanted) were asked for",
            statement: result.statement,
            place: result.place
        )
    }
}
