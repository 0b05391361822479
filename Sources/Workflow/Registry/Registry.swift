package import Postgres
package import Store
package import Values

/// The register as use cases reach it: its database, its clock, its way of folding names.
package struct Registry: Sendable {
    package let pool: PostgresPool
    let now: @Sendable () -> Instant
    let folding: NameFolding

    /// - Parameter now: the clock; an argument so that a rule can be tried on any day.
    package init(pool: PostgresPool, folding: NameFolding, now: @escaping @Sendable () -> Instant) {
        self.pool = pool
        self.folding = folding
        self.now = now
    }

    /// Today where the register is kept.
    package var today: Day { now().dayInChina }

    /// Runs a transaction that reads, as its caller. The server refuses to write in it: what writes is an act, see
    /// ``act(_:on:as:checking:doing:)``.
    ///
    /// - Throws: ``Refusal`` when the database cannot be reached or takes too long; anything else that `body` throws as it is.
    func transaction<Result: Sendable>(
        as caller: Caller, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await refusingOutages {
            try await pool.withTransaction(context: caller.context, access: .readOnly, deadline: Self.deadline, body)
        }
    }

    /// Runs a transaction that reads much, which may take long, and sees one moment of the register.
    func longTransaction<Result: Sendable>(
        as caller: Caller, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await refusingOutages {
            try await pool.withTransaction(
                context: caller.context, isolation: .repeatableRead, access: .readOnly, deadline: Self.bulkDeadline, body)
        }
    }

    /// Runs one statement that reads, as its caller, in one round trip.
    func all<S: Statement>(_ statement: S, as caller: Caller) async throws -> [S.Output] {
        try await refusingOutages {
            try await pool.query(statement.sql, context: caller.context, access: .readOnly).map { try statement.decode($0) }
        }
    }

    /// Runs a transaction that writes, without an event of it: part of an act, or preparation that counts for nothing by itself.
    func write<Result: Sendable>(
        as caller: Caller, within deadline: Duration, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await refusingOutages { try await pool.withTransaction(context: caller.context, deadline: deadline, body) }
    }

    /// Turns failures of the database itself into refusals that a person can act on.
    func refusingOutages<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as PostgresError {
            throw Refusal(outage: error) ?? error
        }
    }

    /// A nation's register is imported or assessed well within this.
    static let bulkDeadline: Duration = .seconds(4 * 3600)
    /// Longer than any statement of a person's work takes; bulk work sets its own.
    static let deadline: Duration = .seconds(10)
}

extension Refusal {
    /// The refusal that a failure of the database amounts to; nil when it is a fault of the program.
    init?(outage error: PostgresError) {
        switch error.kind {
        case .connectionFailed, .connectionLost, .poolExhausted, .closed: self = .databaseUnavailable
        case .deadline: self = .deadlineExceeded
        case .server where error.sqlState == .undefinedTable: self = .migrationsPending
        // NUL is the one character that text here cannot hold; it is no failure of the database but of what was typed.
        case .server where error.sqlState == .characterNotInRepertoire:
            self = .malformed(field: "text", value: "", expected: text("不含空字符的文字", "text without NUL characters"))
        case .server where error.sqlState == .adminShutdown || error.sqlState == .diskFull: self = .databaseUnavailable
        case .server, .decoding, .cancelled, .commitUnknown, .usage: return nil
        }
    }
}
