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
        if operation?.isCancelling == true {
            await withCheckedContinuation { operation?.cancelWaiter = $0 }
        }
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
        if let timer = operation?.timer { loop.cancel(timer) }
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
        if isIdle { watchIdle() }
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
        guard let request = libpq?.cancelRequest() else { return cut(number) }
        operation?.isCancelling = true
        request.send { [weak self] in
            guard let self else { return }
            self.loop.submit { self.assumeIsolated { $0.cancelDelivered(number) } }
        }
    }

    private func cancelDelivered(_ number: UInt64) {
        guard operation?.number == number else { return }
        operation?.isCancelling = false
        operation?.cancelWaiter?.resume()
        operation?.cancelWaiter = nil
    }

    /// Ends the connection under an operation that does not end by itself.
    private func cut(_ number: UInt64) {
        guard operation?.number == number else { return }
        libpq?.cutSocket()
        wake()
        cancelDelivered(number)
    }
}
