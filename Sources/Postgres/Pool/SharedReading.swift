/// A transaction that only reads, for several pieces of work one after another: it begins when the first of them asks for it, sees one moment
/// of the database, and lasts until ``end()``.
///
/// ``PostgresPool/withTransaction(context:isolation:access:deadline:retries:fileID:line:_:)`` is the better choice for one piece of work: it
/// ends by itself, and tries again. Whoever makes one of these ends it, however the work ends.
package actor SharedReading {
    private struct Opened {
        let pooled: PooledSession
        let lease: Lease
        let transaction: PostgresTransaction
        let number: UInt64
    }

    private let pool: PostgresPool
    private let place: SourcePlace
    private var opened: Opened?

    /// Begins nothing yet.
    package init(_ pool: PostgresPool, fileID: StaticString = #fileID, line: UInt = #line) {
        self.pool = pool
        place = SourcePlace(fileID: fileID, line: line)
    }

    /// The transaction; BEGIN travels with its first statement.
    ///
    /// - Parameter patience: how long is waited for a connection, and about how long the server lets a statement run.
    /// - Throws: as ``PostgresPool/lease(deadline:place:)``.
    package func transaction(patience: Duration) async throws -> PostgresTransaction {
        if let opened { return opened.transaction }
        let deadline = ContinuousClock.now + patience
        let pooled = try await pool.lease(deadline: deadline, place: place)
        // Somebody else may have opened it during the wait.
        if let opened {
            pool.giveBack(pooled)
            return opened.transaction
        }
        let (lease, number) = (Lease(), pool.nextTransaction())
        // The server's own limit is for when the program is gone: each piece of work has a deadline, which must come first to be told as one.
        let opening = TransactionOpening(isolation: .repeatableRead, access: .readOnly, deadline: deadline + .seconds(1))
        let handle = SessionHandle(session: pooled.session, lease: lease, deadline: deadline, opening: opening, transaction: number)
        let transaction = PostgresTransaction(handle: handle)
        opened = Opened(pooled: pooled, lease: lease, transaction: transaction, number: number)
        return transaction
    }

    /// Gives the connection back. Asked again, it begins another transaction, of a later moment.
    package func end() async {
        guard let ending = opened else { return }
        opened = nil
        // What was only read is not lost when this fails; the end of the lease clears what is left.
        try? await ending.pooled.session.commit(Call(place: place, lease: ending.lease, transaction: ending.number, isShielded: true))
        await pool.end(ending.lease, ending.pooled)
    }
}
