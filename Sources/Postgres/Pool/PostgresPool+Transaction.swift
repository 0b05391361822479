import Logging

extension PostgresPool {
    /// Runs `body` in a transaction that is stored when it returns and undone when it throws.
    ///
    /// BEGIN and the settings travel with the first statement. After a serialization failure or a deadlock the whole of `body` runs
    /// again, on a new transaction, so it must do nothing outside the database that cannot be done twice.
    ///
    /// - Parameters:
    ///   - context: settings that end with the transaction.
    ///   - deadline: time for all attempts, waiting for a connection included.
    ///   - retries: how often `body` may run again.
    /// - Throws: what `body` throws; ``PostgresError`` of kind `commitUnknown` when the answer to COMMIT was lost.
    @discardableResult
    package func withTransaction<T: Sendable>(
        context: SessionContext = [:],
        isolation: Isolation = .readCommitted,
        access: Access = .readWrite,
        deadline: Duration? = nil,
        retries: Int = 3,
        fileID: StaticString = #fileID,
        line: UInt = #line,
        _ body: (PostgresTransaction) async throws -> T
    ) async throws -> T {
        let limit = deadline.map { ContinuousClock.now + $0 }
        let place = SourcePlace(fileID: fileID, line: line)
        let opening = TransactionOpening(isolation: isolation, access: access, deadline: limit)
        var attempt = 0
        while true {
            switch await runTransaction(opening, context, place, body) {
            case .success(let value): return value
            case .failure(let failure):
                guard failure.mayRetry, attempt < retries, !Task.isCancelled else { throw failure.error }
                attempt += 1
                let pause = Self.pause(beforeAttempt: attempt)
                if let limit, .now + pause >= limit { throw failure.error }
                logger.debug("transaction runs again", metadata: ["attempt": "\(attempt)", "place": "\(place)"])
                try await Task.sleep(for: pause)
            }
        }
    }

    /// 5 ms, doubled each time up to 320 ms, of which a random part between half and all is waited, so that rivals do not meet again.
    static func pause(beforeAttempt attempt: Int) -> Duration {
        .milliseconds(5 << min(max(attempt - 1, 0), 6)) * Double.random(in: 0.5...1)
    }

    /// How a transaction ended badly.
    private struct TransactionFailure: Error {
        var error: any Error
        /// What the transaction failed with first, whatever `body` made of it.
        var first: PostgresError?

        /// A commit whose outcome is unknown is never tried again.
        var mayRetry: Bool {
            let own = error as? PostgresError
            guard own?.kind != .commitUnknown else { return false }
            return [own, first].contains { $0?.isRetryable == true || $0?.isStalePlan == true }
        }
    }

    private func runTransaction<T: Sendable>(
        _ opening: TransactionOpening,
        _ context: SessionContext,
        _ place: SourcePlace,
        _ body: (PostgresTransaction) async throws -> T
    ) async -> Result<T, TransactionFailure> {
        let pooled: PooledSession
        do {
            pooled = try await lease(deadline: opening.deadline, place: place)
        } catch {
            return .failure(TransactionFailure(error: error, first: nil))
        }
        let lease = Lease()
        let number = nextTransaction()
        let handle = SessionHandle(
            session: pooled.session, lease: lease, deadline: opening.deadline, opening: opening, context: context, transaction: number
        )
        do {
            let value = try await body(PostgresTransaction(handle: handle))
            try await pooled.session.commit(
                Call(place: place, lease: lease, deadline: opening.deadline, transaction: number, isShielded: true)
            )
            await end(lease, pooled)
            return .success(value)
        } catch {
            let first = await end(lease, pooled)
            return .failure(TransactionFailure(error: error, first: first))
        }
    }
}
