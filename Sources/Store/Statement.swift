package import Postgres

/// A statement and the meaning of its rows, kept together.
package protocol Statement: Sendable {
    associatedtype Output: Sendable

    var sql: SQL { get }

    func decode(_ row: Row) throws(PostgresError) -> Output
}

/// A statement without rows.
package protocol Command: Sendable {
    var sql: SQL { get }
}

extension PostgresTransaction {
    /// Every row of the answer.
    package func all<S: Statement>(_ statement: S) async throws -> [S.Output] {
        try await query(statement.sql).map { try statement.decode($0) }
    }

    /// The first row; nil when there is none.
    package func first<S: Statement>(_ statement: S) async throws -> S.Output? {
        try await query(statement.sql).first.map { try statement.decode($0) }
    }

    /// Every row of every answer, in one round trip: for statements of which none needs what another one finds.
    package func together<each S: Statement>(_ statements: repeat each S) async throws -> (repeat [(each S).Output]) {
        var sql: [SQL] = []
        repeat sql.append((each statements).sql)
        var answers = try await pipeline(sql).makeIterator()
        func decode<T: Statement>(_ statement: T) throws -> [T.Output] { try answers.next()?.map { try statement.decode($0) } ?? [] }
        return (repeat try decode(each statements))
    }

    /// The answers of any number of statements of one kind, in one round trip.
    package func each<S: Statement>(_ statements: [S]) async throws -> [[S.Output]] {
        if statements.isEmpty { return [] }
        return try zip(statements, await pipeline(statements.map(\.sql))).map { statement, rows in try rows.map { try statement.decode($0) }
        }
    }

    /// Runs a statement without rows.
    ///
    /// - Returns: how many rows it touched.
    @discardableResult package func run(_ command: some Command) async throws -> Int {
        try await execute(command.sql)
    }
}

extension PostgresPool {
    /// Every row of the answer, in a transaction of its own and one round trip.
    package func all<S: Statement>(
        _ statement: S, context: SessionContext = [:], deadline: Duration? = nil
    ) async throws -> [S.Output] {
        try await query(statement.sql, context: context, deadline: deadline).map { try statement.decode($0) }
    }

    /// The first row; nil when there is none. One round trip.
    package func first<S: Statement>(_ statement: S, context: SessionContext = [:]) async throws -> S.Output? {
        try await query(statement.sql, context: context).first.map { try statement.decode($0) }
    }
}
