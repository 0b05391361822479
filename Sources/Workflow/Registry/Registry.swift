package import Access
package import Postgres
package import Store
package import Values

/// The register as use cases reach it: its database, its clock, its way of folding names.
package struct Registry: Sendable {
    package let pool: PostgresPool
    let now: @Sendable () -> Instant
    let folding: NameFolding
    /// How long one transaction of a person's work may take, waiting for a connection included; bulk work sets its own.
    let deadline: Duration
    package let people: PeopleSafe
    /// The one function that permission is asked of.
    let deciding: Deciding

    /// Whether somebody may do something with records at a place on a day.
    package typealias Deciding = @Sendable (UseCase, Requester, Place, Day) -> Decision

    /// - Parameters:
    ///   - people: the key of people's data, and the list of the erased.
    ///   - now: the clock; an argument so that a rule can be tried on any day.
    ///   - deadline: how long one transaction of a person's work may take; longer than any of its statements does.
    ///   - deciding: the table of permissions; an argument so that the database's policies can be tried without it.
    package init(
        pool: PostgresPool, folding: NameFolding, people: PeopleSafe, now: @escaping @Sendable () -> Instant,
        deadline: Duration = .seconds(10), deciding: @escaping Deciding = { $0.decide(for: $1, at: $2, on: $3) }
    ) {
        self.pool = pool
        self.folding = folding
        self.people = people
        self.now = now
        self.deadline = deadline
        self.deciding = deciding
    }

    /// Today where the register is kept.
    package var today: Day { now().dayInChina }

    /// Runs a transaction that reads, as somebody who was let in. The server refuses to write in it: what writes is an act, see
    /// ``act(_:on:as:checking:doing:)``.
    ///
    /// - Throws: ``Refusal`` when the database cannot be reached or takes too long; anything else that `body` throws as it is.
    func transaction<Result: Sendable>(
        as admission: Admission, within deadline: Duration? = nil, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        let (context, deadline) = (admission.context, deadline ?? self.deadline)
        return try await refusingOutages {
            try await sharing(under: context, within: deadline, body) {
                try await pool.withTransaction(context: context, access: .readOnly, deadline: deadline, body)
            }
        }
    }

    /// Runs a transaction that reads much, which may take long, and sees one moment of the register.
    func longTransaction<Result: Sendable>(
        as admission: Admission, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        await endSharedReading()
        return try await refusingOutages {
            try await pool.withTransaction(
                context: admission.context, isolation: .repeatableRead, access: .readOnly, deadline: Self.bulkDeadline, body)
        }
    }

    /// Runs one statement that reads, as somebody who was let in, in one round trip.
    func all<S: Statement>(_ statement: S, as admission: Admission) async throws -> [S.Output] {
        try await all(statement, under: admission.context)
    }

    /// The same under settings of the program's own.
    func all<S: Statement>(_ statement: S, under context: SessionContext) async throws -> [S.Output] {
        try await refusingOutages {
            try await sharing(under: context, within: deadline) {
                try await $0.all(statement)
            } orElse: {
                try await pool.query(statement.sql, context: context, access: .readOnly, deadline: deadline).map {
                    try statement.decode($0)
                }
            }
        }
    }

    /// Runs a transaction that writes, without an event of it: part of an act, or preparation that counts for nothing by itself.
    func write<Result: Sendable>(
        as admission: Admission, within deadline: Duration, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        await endSharedReading()
        return try await refusingOutages { try await pool.withTransaction(context: admission.context, deadline: deadline, body) }
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
        case .commitUnknown: self = .outcomeUnknown
        // Class 53: the server lacks connections, memory or space.
        case .server where error.sqlState?.errorClass == "53": self = .databaseUnavailable
        case .server, .decoding, .cancelled, .usage: return nil
        }
    }
}
