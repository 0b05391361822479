extension PostgresPool {
    /// Runs one statement.
    ///
    /// With a context, or read-only, it is a transaction of its own: BEGIN, the settings, the statement and COMMIT travel in one round
    /// trip. Without, the server commits it by itself.
    ///
    /// - Parameters:
    ///   - access: `.readOnly` also says that a lost answer leaves nothing in doubt.
    ///   - deadline: time for all of it, waiting for a connection included; then the statement is stopped on the server.
    /// - Throws: ``PostgresError``; `commitUnknown` when the answer of a statement that may write was lost.
    @discardableResult
    package func query(
        _ sql: SQL,
        context: SessionContext = [:],
        access: Access = .readWrite,
        deadline: Duration? = nil,
        fileID: StaticString = #fileID,
        line: UInt = #line
    ) async throws -> Rows {
        let rows = try await pipeline([sql], context: context, access: access, deadline: deadline, fileID: fileID, line: line)
        return rows[0]
    }

    /// Runs statements in order as one transaction in one round trip. After the first failure nothing of it is stored.
    ///
    /// - Returns: one answer per statement.
    /// - Throws: as ``query(_:context:access:deadline:fileID:line:)``.
    package func pipeline(
        _ statements: [SQL],
        context: SessionContext = [:],
        access: Access = .readWrite,
        deadline: Duration? = nil,
        fileID: StaticString = #fileID,
        line: UInt = #line
    ) async throws -> [Rows] {
        let limit = deadline.map { ContinuousClock.now + $0 }
        let call = Call(place: SourcePlace(fileID: fileID, line: line), deadline: limit)
        let pooled = try await lease(deadline: limit, place: call.place)
        var prologue: [SQL] = []
        if !context.isEmpty || access == .readOnly {
            prologue = TransactionOpening(isolation: nil, access: access, deadline: limit).statements(under: context)
        }
        do {
            let results = try await pooled.session.runOnce(statements, prologue: prologue, access: access, call)
            giveBack(pooled)
            return results.map(Rows.init)
        } catch {
            if pooled.session.health != .ready { await pooled.session.settle() }
            giveBack(pooled)
            throw error
        }
    }

    /// Lends a connection to `body`, without a transaction around it.
    ///
    /// What `body` changes with SET lasts beyond it; settings of one piece of work belong in a transaction's context.
    ///
    /// - Throws: what `body` throws, and ``PostgresError`` when there is no connection.
    @discardableResult
    package func withConnection<T: Sendable>(
        fileID: StaticString = #fileID,
        line: UInt = #line,
        _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        let place = SourcePlace(fileID: fileID, line: line)
        let pooled = try await lease(deadline: nil, place: place)
        let lease = Lease()
        do {
            let value = try await body(PostgresConnection(handle: SessionHandle(session: pooled.session, lease: lease)))
            await end(lease, pooled)
            return value
        } catch {
            await end(lease, pooled)
            throw error
        }
    }

    /// Ends a lease: what was left open is cleared, then the connection goes back.
    ///
    /// - Returns: what the transaction on it had failed with first, if it had.
    @discardableResult
    func end(_ lease: Lease, _ pooled: PooledSession) async -> PostgresError? {
        lease.end()
        let failure = pooled.session.health == .ready ? nil : await pooled.session.settle()
        giveBack(pooled)
        return failure
    }
}
