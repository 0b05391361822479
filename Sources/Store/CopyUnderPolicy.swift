package import Postgres

/// Lines for a table that has policies. PostgreSQL does not COPY into such a table, so they are copied into a temporary one first and
/// inserted from there, each row checked by the policies.
package struct CopyUnderPolicy: Sendable {
    let table: String
    let columns: SQL

    init(into table: String, _ columns: SQL) {
        self.table = table
        self.columns = columns
    }

    private var incoming: String { "incoming_\(table)" }
    var prepare: SQL {
        """
        CREATE TEMPORARY TABLE \(identifier: incoming) ON COMMIT DROP AS
        SELECT \(fragment: columns) FROM \(identifier: table) WITH NO DATA
        """
    }
    var copy: SQL { "COPY \(identifier: incoming) (\(fragment: columns)) FROM STDIN" }
    var copyBinary: SQL { "COPY \(identifier: incoming) (\(fragment: columns)) FROM STDIN (FORMAT binary)" }
    var insert: SQL {
        "INSERT INTO \(identifier: table) (\(fragment: columns)) SELECT \(fragment: columns) FROM \(identifier: incoming)"
    }
}

extension PostgresTransaction {
    /// Adds lines, in the text form of COPY, to a table with policies; once for a table in a transaction.
    ///
    /// - Returns: how many rows were added.
    @discardableResult package func copy(_ lines: [UInt8], by statement: CopyUnderPolicy) async throws -> Int {
        try await execute(statement.prepare)
        _ = try await copyIn(statement.copy) { try await $0.write(lines) }
        return try await execute(statement.insert)
    }

    /// The same for rows in the binary form.
    @discardableResult package func copy(_ rows: consuming CopyBinary, by statement: CopyUnderPolicy) async throws -> Int {
        try await execute(statement.prepare)
        let bytes = rows.take()
        _ = try await copyIn(statement.copyBinary) { try await $0.write(bytes) }
        return try await execute(statement.insert)
    }
}
