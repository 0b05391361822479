/// A calendar day as PostgreSQL stores it.
package struct PostgresDate: Hashable, Sendable {
    /// Days since 2000-01-01 in the proleptic Gregorian calendar. `Int32.max` and `Int32.min` are the server's `infinity` and
    /// `-infinity`.
    package var daysSince2000: Int32

    /// Takes a number of days; the server accepts 4713 BC to 5874897 AD.
    package init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }
}

extension PostgresDate: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.daysSince2000 < right.daysSince2000 }
}

extension PostgresDate: PostgresCodable {
    package static var postgresType: PostgresType { .date }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(daysSince2000) }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> PostgresDate {
        guard cell.type == .date else { throw cell.mismatch(PostgresDate.self, "it is no date") }
        return PostgresDate(daysSince2000: try cell.loadInteger(Int32.self, for: PostgresDate.self))
    }
}
