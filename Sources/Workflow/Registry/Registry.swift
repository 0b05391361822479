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

    /// Runs a use case's transaction as its caller.
    ///
    /// - Throws: ``Refusal`` when the database cannot be reached or takes too long; anything else that `body` throws as it is.
    func transaction<Result: Sendable>(
        as caller: Caller, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await refusingOutages {
            try await pool.withTransaction(context: caller.context, deadline: Self.deadline, body)
        }
    }

    /// Runs a transaction of bulk work, which may take long.
    func longTransaction<Result: Sendable>(
        as caller: Caller, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await refusingOutages { try await pool.withTransaction(context: caller.context, deadline: Self.bulkDeadline, body) }
    }

    /// Runs one statement as its caller, in one round trip.
    func all<S: Statement>(_ statement: S, as caller: Caller) async throws -> [S.Output] {
        try await refusingOutages { try await pool.all(statement, context: caller.context) }
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
    private static let bulkDeadline: Duration = .seconds(4 * 3600)
    /// Longer than any statement of a person's work takes; bulk work sets its own.
    private static let deadline: Duration = .seconds(10)
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
