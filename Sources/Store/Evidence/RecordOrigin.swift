import Postgres

/// Where the rows of a statement come from.
protocol RecordOrigin: Sendable {
    /// - Parameters:
    ///   - columns: how many values each row has.
    ///   - body: reads all values of a row.
    func read(_ sql: SQL, columns: Int, _ body: (inout BinaryFields) throws(PostgresError) -> Void) async throws
}

/// Each statement's rows by a binary COPY of its own: least work for each row.
struct CopiedRecords: RecordOrigin {
    let transaction: PostgresTransaction

    func read(_ sql: SQL, columns: Int, _ body: (inout BinaryFields) throws(PostgresError) -> Void) async throws {
        // COPY takes no bound values, and refuses what could not be written.
        try await transaction.copyRows("COPY (\(fragment: sql.writtenOut ?? sql)) TO STDOUT (FORMAT binary)", columns: columns, body)
    }
}

/// Rows that were asked for together before, and any others when they are needed.
struct AnsweredRecords: RecordOrigin {
    let transaction: PostgresTransaction
    /// By the statement's text.
    let answers: [String: Rows]

    func read(_ sql: SQL, columns: Int, _ body: (inout BinaryFields) throws(PostgresError) -> Void) async throws {
        let rows = if let asked = answers[sql.text] { asked } else { try await transaction.query(sql) }
        try rows.read(columns: columns, body)
    }
}
