/// A Swift type whose values can be bound in a statement.
package protocol PostgresEncodable: Sendable {
    /// The type that the server is told for `$n`.
    static var postgresType: PostgresType { get }

    /// The type that the server is told for an array of this. There is a default.
    static var postgresArrayType: PostgresType { get }

    /// Writes the value in the binary format of ``postgresType``, without a length.
    func encode(into buffer: inout PostgresBuffer)

    /// Writes an array of values in the binary format of ``postgresArrayType``. There is a default: a one-dimensional array.
    static func encodeArray(_ values: [Self], into buffer: inout PostgresBuffer)
}

/// A Swift type that can be read from a column.
package protocol PostgresDecodable: Sendable {
    /// Reads a value.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding` when the column has another type or the value does not fit; never a value that
    ///   differs from the stored one.
    static func decode(_ cell: PostgresCell) throws(PostgresError) -> Self

    /// Reads an array of values. There is a default: a one-dimensional array.
    static func decodeArray(_ cell: PostgresCell) throws(PostgresError) -> [Self]
}

/// Both directions.
package typealias PostgresCodable = PostgresDecodable & PostgresEncodable
