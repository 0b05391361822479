import CLibpq

extension PostgresSession {
    /// Runs `body` as the only operation on the connection: in turn, with the caller's cancellation and deadline.
    ///
    /// - Parameter copying: the COPY that the operation belongs to; any other operation is refused while one is open.
    func perform<Answer: Sendable>(
        _ call: Call,
        copying: CopyDirection? = nil,
        _ body: () async throws(PostgresError) -> Answer
    ) async throws(PostgresError) -> Answer {
        await takeTurn()
        defer { passTurn() }
        if copy != copying { await endAbandonedCopy() }
        return try await performInTurn(call, copying: copying, body)
    }

    /// The part of ``perform(_:copying:_:)`` after the turn has come.
    func performInTurn<Answer: Sendable>(
        _ call: Call,
        copying: CopyDirection?,
        _ body: () async throws(PostgresError) -> Answer
    ) async throws(PostgresError) -> Answer {
        let number = try begin(call, copying)
        let outcome: Result<Answer, PostgresError>
        if call.isShielded {
            outcome = await attempt(body)
        } else {
            outcome = await withTaskCancellationHandler {
                await attempt(body)
            } onCancel: {
                loop.submit { [weak self] in self?.assumeIsolated { $0.interrupt(.cancelled, number) } }
            }
        }
        await cancelDelivery()
        return try end(call, outcome)
    }

    /// Runs `body` with the loop as the task's executor, so that waiting for the socket does not change threads.
    func attempt<Answer: Sendable>(
        _ body: () async throws(PostgresError) -> Answer
    ) async -> Result<Answer, PostgresError> {
        do throws(PostgresError) {
            return .success(try await withTaskExecutorPreference(loop, operation: body))
        } catch {
            return .failure(error)
        }
    }

    private func begin(_ call: Call, _ copying: CopyDirection?) throws(PostgresError) -> UInt64 {
        if let refusal = refusal(call, copying) { throw refusal.with { $0.place = call.place } }
        lastOperation += 1
        let number = lastOperation
        operation = Operation(number: number, call: call)
        isIdle = false
        publish(.unsettled)
        if let deadline = call.deadline {
            operation?.timer = loop.schedule(at: deadline) { [weak self] in
                self?.assumeIsolated { $0.interrupt(.deadline, number) }
            }
        }
        return number
    }

    private func refusal(_ call: Call, _ copying: CopyDirection?) -> PostgresError? {
        if let lease = call.lease, !lease.isOpen {
            return PostgresError(.usage, "the connection was used after the block that it was given to had ended")
        }
        if libpq == nil { return PostgresError(.connectionLost, "the connection has ended") }
        if copy != copying { return PostgresError(.usage, copy == nil ? "the COPY has ended" : "a COPY is under way on this connection") }
        guard !call.isShielded else { return nil }
        if Task.isCancelled { return PostgresError(.cancelled, "the task was cancelled") }
        if let deadline = call.deadline, deadline <= .now { return PostgresError(.deadline, "the deadline has passed") }
        if isTainted { return PostgresError(.connectionLost, "the connection is given up after a cancelled statement") }
        return nil
    }

    private func end<Answer>(_ call: Call, _ outcome: Result<Answer, PostgresError>) throws(PostgresError) -> Answer {
        let interruption = operation?.interruption
        // A second request may come after the statement fell to the first.
        if let requests = operation?.cancelRequests, requests > 1 { isTainted = true }
        for timer in [operation?.timer, operation?.cancelTimer] { timer.map(loop.cancel) }
        operation = nil
        switch outcome {
        case .success(let answer):
            if interruption != nil { isTainted = true }
            settleHealth()
            return answer
        case .failure(let error):
            if error.kind == .connectionLost { drop() }
            if interruption != nil, error.sqlState != .queryCanceled { isTainted = true }
            settleHealth()
            throw explained(error, interruption).with { if $0.place == nil { $0.place = call.place } }
        }
    }

    /// Says why a statement was stopped, where the server only says that it was.
    private func explained(_ error: PostgresError, _ interruption: Operation.Interruption?) -> PostgresError {
        guard error.sqlState == .queryCanceled || error.kind == .connectionLost else { return error }
        if error.isCommitUnknown { return error.with { $0.kind = .commitUnknown } }
        switch interruption {
        case .cancelled: return error.with { $0.kind = .cancelled }
        case .deadline: return error.with { $0.kind = .deadline }
        case nil: return error
        }
    }

    /// Publishes what state the finished operation left the connection in.
    func settleHealth() {
        guard let libpq, !libpq.isBroken else { return drop() }
        let status = libpq.transactionStatus
        // Answers are still to come that nobody will take.
        if copy == nil, status == PQTRANS_ACTIVE || status == PQTRANS_UNKNOWN { return drop() }
        let isIdle = status == PQTRANS_IDLE && libpq.isPipelining
        publish(isIdle && copy == nil && !isTainted ? .ready : .unsettled)
        if isIdle { watchIdle() } else if copy == .into { watchCopy() }
    }
}

// MARK: Stopping

extension PostgresSession {
    /// Asks the server to stop the statement; when it does not within ``PostgresConfiguration/cancelPatience``, cuts the connection.
    func interrupt(_ reason: Operation.Interruption, _ number: UInt64) {
        guard let current = operation, current.number == number, current.interruption == nil else { return }
        operation?.interruption = reason
        if let timer = current.timer { loop.cancel(timer) }
        operation?.timer = loop.schedule(at: .now + configuration.cancelPatience) { [weak self] in
            self?.assumeIsolated { $0.cut(number) }
        }
        requestCancel(number)
    }

    /// Sends a cancel request, and another after a while: one that arrives before the statement has begun is lost on the server.
    private func requestCancel(_ number: UInt64) {
        guard operation?.number == number, operation?.isCancelling == false else { return }
        guard let request = libpq?.cancelRequest() else { return cut(number) }
        operation?.isCancelling = true
        operation?.cancelRequests += 1
        request.send { [weak self] in
            guard let self else { return }
            self.loop.submit { self.assumeIsolated { $0.cancelDelivered(number) } }
        }
    }

    /// Waits until a cancel request that is on its way has been delivered, so that it cannot hit a later statement.
    func cancelDelivery() async {
        await withCheckedContinuation { continuation in
            guard operation?.isCancelling == true else { return continuation.resume() }
            operation?.cancelWaiter = continuation
        }
    }

    private func cancelDelivered(_ number: UInt64) {
        guard operation?.number == number else { return }
        operation?.isCancelling = false
        if let waiter = operation?.cancelWaiter {
            operation?.cancelWaiter = nil
            waiter.resume()
        } else {
            operation?.cancelTimer = loop.schedule(at: .now + Self.cancelInterval) { [weak self] in
                self?.assumeIsolated { $0.requestCancel(number) }
            }
        }
    }

    /// Between cancel requests for the same statement.
    private static let cancelInterval = Duration.milliseconds(50)

    /// Ends the connection under an operation that does not end by itself.
    private func cut(_ number: UInt64) {
        guard operation?.number == number else { return }
        noteSilence()
        libpq?.cutSocket()
        wake()
        cancelDelivered(number)
    }
}
