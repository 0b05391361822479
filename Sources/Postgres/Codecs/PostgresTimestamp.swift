/// An instant as PostgreSQL stores it (`timestamp with time zone`).
package struct PostgresTimestamp: Hashable, Sendable {
    /// Microseconds since 2000-01-01 00:00:00 UTC. `Int64.max` and `Int64.min` are the server's `infinity` and `-infinity`.
    package var microsecondsSince2000: Int64

    /// Takes a number of microseconds; the server accepts 4713 BC to 294276 AD.
    package init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }
}

extension PostgresTimestamp: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.microsecondsSince2000 < right.microsecondsSince2000 }
}

extension PostgresTimestamp: PostgresCodable {
    package static var postgresType: PostgresType { .timestamptz }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(microsecondsSince2000) }

    /// Reads `timestamp with time zone` only: without a zone a timestamp is no instant.
    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> PostgresTimestamp {
        guard cell.type == .timestamptz else { throw cell.mismatch(PostgresTimestamp.self, "it is no timestamp with time zone") }
        return PostgresTimestamp(microsecondsSince2000: try cell.loadInteger(Int64.self, for: PostgresTimestamp.self))
    }
}
