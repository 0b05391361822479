import Incubation
import Locks
import Postgres
import Store
import Values

/// What readings for one answer share: a transaction, and what each of them would have to look up again.
final class OneReading: Sendable {
    /// That of the task; nil where each reading has a transaction of its own.
    @TaskLocal static var current: OneReading?

    let reading: SharedReading
    private let areas = Guarded<[OrganizationNumber: AreaCode]>([:])
    private let roots = Guarded<[AreaCode: AreaRoots]>([:])

    init(_ pool: PostgresPool) {
        reading = SharedReading(pool)
    }

    /// Runs `body` in the shared transaction under settings of its own. After any failure of the database the transaction is given up: the
    /// server would refuse whatever is asked in it next.
    ///
    /// - Parameter patience: for all of `body`.
    func run<Result: Sendable>(
        under context: SessionContext, within patience: Duration, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        let deadline = ContinuousClock.now + patience
        do {
            let transaction = try await reading.transaction(patience: patience).under(context, until: deadline)
            return try await DatabaseThread.run { try await body(transaction) }
        } catch let error as PostgresError {
            await reading.end()
            throw error
        }
    }

    func area(of number: OrganizationNumber) -> AreaCode? {
        areas.withLock { $0[number] }
    }

    func note(_ area: AreaCode?, of number: OrganizationNumber) {
        areas.withLock { $0[number] = area }
    }

    func roots(of area: AreaCode) -> AreaRoots? {
        roots.withLock { $0[area] }
    }

    func note(_ found: AreaRoots, of area: AreaCode) {
        roots.withLock { $0[area] = found }
    }
}

extension Registry {
    /// Lets use cases that only read share one transaction: what they find is of one moment, and beginning and ending it costs once for all of
    /// an answer. Each is admitted by itself as ever, and its statements run under the settings of its own admission.
    ///
    /// A writer among them ends it first: nobody holds one connection while waiting for another.
    package func inOneReading<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        guard OneReading.current == nil else { return try await body() }
        let shared = OneReading(pool)
        do {
            let result = try await OneReading.$current.withValue(shared, operation: body)
            await shared.reading.end()
            return result
        } catch {
            await shared.reading.end()
            throw error
        }
    }

    /// Runs several readings one after another without a change of threads between them; nothing in it may compute for long.
    package func gathering<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await inOneReading { try await DatabaseThread.run(body) }
    }

    /// Runs what only reads in the transaction that readings share, or else by `alone`, in one of its own: as well when the shared one met what
    /// is worth another try.
    func sharing<Result: Sendable>(
        under context: SessionContext, within patience: Duration, _ body: (PostgresTransaction) async throws -> Result,
        orElse alone: () async throws -> Result
    ) async throws -> Result {
        guard let shared = OneReading.current else { return try await alone() }
        // What may take longer than a person's work does gets a transaction whose statements the server lets run that long.
        guard patience <= deadline else {
            await shared.reading.end()
            return try await alone()
        }
        do {
            return try await shared.run(under: context, within: patience, body)
        } catch let error as PostgresError where error.isWorthAnotherTry {
            return try await alone()
        }
    }

    /// Ends the transaction that readings share, before something takes a connection of its own.
    func endSharedReading() async {
        await OneReading.current?.reading.end()
    }
}
