/// A complete answer: all rows, in memory until the last reference to it goes.
package struct Rows: RandomAccessCollection, Sendable {
    private let result: QueryResult

    init(_ result: QueryResult) {
        self.result = result
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { result.rowCount }

    /// The row at a place from 0 to ``endIndex``, which is an ordinary collection index: outside it the program stops.
    package subscript(position: Int) -> Row {
        precondition(position >= 0 && position < result.rowCount, "row index out of range")
        return Row(result: result, index: position)
    }

    /// How many rows the statement inserted, changed, deleted or returned; 0 for statements that do none of these.
    package var affected: Int { result.affected }

    /// Names of the columns, in order.
    package var columns: [String] { (0..<result.columnCount).map(result.name(column:)) }

    /// Reads every row.
    ///
    /// - Throws: what ``Row/decode(as:)`` throws.
    package func decode<each Column: PostgresDecodable>(
        as types: repeat (each Column).Type
    ) throws(PostgresError) -> [(repeat each Column)] {
        var values: [(repeat each Column)] = []
        values.reserveCapacity(count)
        for row in self {
            values.append(try row.decode(as: repeat each types))
        }
        return values
    }
}
