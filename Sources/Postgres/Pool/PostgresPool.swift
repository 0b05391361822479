import Locks
package import Logging
import ServiceLifecycle

/// Connections to one database, lent for the length of a block.
///
/// A pool connects when somebody asks; it needs no ``run()`` for that. Run it in a `ServiceGroup`, or call ``shutdown()`` at the end, so
/// that it ends in order: blocks that run are waited for, everybody else is refused.
package final class PostgresPool: Sendable, Service {
    /// See ``PoolLimits``.
    package typealias Options = PoolLimits

    private struct State {
        var machine: PoolStateMachine
        var sessions: [PoolStateMachine.ConnectionID: PostgresSession] = [:]
        var callers: [PoolStateMachine.WaiterID: CheckedContinuation<PooledSession, any Error>] = [:]
        /// Answers that came before the caller's continuation was put down.
        var answers: [PoolStateMachine.WaiterID: Result<PooledSession, PostgresError>] = [:]
        var timer: (id: TimerQueue.ID, instant: ContinuousClock.Instant)?
        var lastFailure: PostgresError?
        var finishing: [CheckedContinuation<Void, Never>] = []
        var transactions: UInt64 = 0
    }

    let configuration: PostgresConfiguration
    let logger: Logger
    private let state: Guarded<State>

    /// Takes how to connect and how far to go; connects to nothing yet.
    package init(configuration: PostgresConfiguration, options: Options = Options(), logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        state = Guarded(State(machine: PoolStateMachine(limits: options)))
    }

    deinit {
        // Without a pool nobody can ask any more; sessions close their connections when they go.
        state.withLock { state in
            if let timer = state.timer { EventLoop.shared.cancel(timer.id) }
        }
    }

    /// A number for a transaction, unique in this pool.
    func nextTransaction() -> UInt64 {
        state.withLock { state in
            state.transactions += 1
            return state.transactions
        }
    }
}

/// A connection that is lent to somebody.
struct PooledSession: Sendable {
    let id: PoolStateMachine.ConnectionID
    let session: PostgresSession
}

// MARK: Leases

extension PostgresPool {
    /// Waits for a connection.
    ///
    /// - Throws: kind `poolExhausted`, `deadline`, `connectionFailed`, `closed` or `cancelled`.
    func lease(deadline: ContinuousClock.Instant?, place: SourcePlace) async throws -> PooledSession {
        let now = ContinuousClock.now
        let idle = state.withLock { state in
            state.machine.leaseIdle(now).flatMap { id in state.sessions[id].map { PooledSession(id: id, session: $0) } }
        }
        if let idle { return idle }
        let waiter = ask { $0.request(deadline: deadline, now) }
        do {
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { answer(waiter, to: $0) }
            } onCancel: {
                withdraw(waiter)
            }
        } catch let error as PostgresError {
            throw error.with { $0.place = place }
        }
    }

    /// Takes a connection back; one that cannot be used again is closed.
    func giveBack(_ pooled: PooledSession) {
        let (isUsable, isSilent) = (pooled.session.health == .ready, pooled.session.wasSilent)
        perform { $0.returned(pooled.id, isUsable: isUsable, isSilent: isSilent, .now) }
    }

    private func answer(_ waiter: PoolStateMachine.WaiterID, to caller: CheckedContinuation<PooledSession, any Error>) {
        let early = state.withLock { state in
            let early = state.answers.removeValue(forKey: waiter)
            if early == nil { state.callers[waiter] = caller }
            return early
        }
        if let early { caller.resume(with: early.mapError { $0 }) }
    }

    private func withdraw(_ waiter: PoolStateMachine.WaiterID) {
        let caller: CheckedContinuation<PooledSession, any Error>? = state.withLock { state in
            guard state.machine.withdraw(waiter) else { return nil }
            let caller = state.callers.removeValue(forKey: waiter)
            if caller == nil { state.answers[waiter] = .failure(Self.cancelled) }
            return caller
        }
        caller?.resume(throwing: Self.cancelled)
    }

    private static let cancelled = PostgresError(.cancelled, "the task was cancelled while it waited for a connection")
}

// MARK: Doing what the machine decided

extension PostgresPool {
    /// Something to do once the lock is free again.
    private typealias Effect = @Sendable () -> Void

    private func ask(
        _ event: (inout PoolStateMachine) -> (PoolStateMachine.WaiterID, [PoolStateMachine.Action])
    ) -> PoolStateMachine.WaiterID {
        var waiter = PoolStateMachine.WaiterID(number: 0)
        perform { machine in
            let (id, actions) = event(&machine)
            waiter = id
            return actions
        }
        return waiter
    }

    private func perform(_ event: (inout PoolStateMachine) -> [PoolStateMachine.Action]) {
        let todo = state.withLock { state in effects(of: event(&state.machine), on: &state) }
        for effect in todo { effect() }
    }

    private func effects(of actions: [PoolStateMachine.Action], on state: inout State) -> [Effect] {
        defer { setTimer(&state) }
        return actions.compactMap { effect(of: $0, on: &state) }
    }

    private func effect(of action: PoolStateMachine.Action, on state: inout State) -> Effect? {
        switch action {
        case .connect(let id):
            let session = PostgresSession(configuration: configuration)
            state.sessions[id] = session
            return { Task { await self.connect(id, session) } }
        case .close(let id):
            guard let session = state.sessions.removeValue(forKey: id) else { return nil }
            return { Task { await self.close(id, session) } }
        case .lease(let id, let waiter):
            guard let session = state.sessions[id] else { return nil }
            return tell(waiter, .success(PooledSession(id: id, session: session)), &state)
        case .refuse(let waiter, let refusal):
            return tell(waiter, .failure(error(refusal, state)), &state)
        case .finished:
            let waiting = state.finishing
            state.finishing = []
            return { for continuation in waiting { continuation.resume() } }
        }
    }

    private func tell(
        _ waiter: PoolStateMachine.WaiterID, _ answer: Result<PooledSession, PostgresError>, _ state: inout State
    ) -> Effect? {
        guard let caller = state.callers.removeValue(forKey: waiter) else {
            state.answers[waiter] = answer
            return nil
        }
        return { caller.resume(with: answer.mapError { $0 }) }
    }

    private func error(_ refusal: PoolStateMachine.Refusal, _ state: State) -> PostgresError {
        let limits = state.machine.limits
        switch refusal {
        case .tooManyWaiting:
            return PostgresError(.poolExhausted, "\(limits.maxWaiters) callers are waiting for a connection already")
        case .leaseTimeout:
            let reason = state.lastFailure.map { "; the last attempt to connect failed: \($0.message)" } ?? ""
            return PostgresError(.poolExhausted, "none of \(limits.maxConnections) connections became free in time\(reason)")
        case .deadline:
            return PostgresError(.deadline, "the deadline passed while waiting for a connection")
        case .connectFailed:
            return state.lastFailure ?? PostgresError(.connectionFailed, "the server cannot be reached")
        case .closed:
            return PostgresError(.closed, "the pool has been shut down")
        }
    }

    private func setTimer(_ state: inout State) {
        let next = state.machine.nextTick
        guard next != state.timer?.instant else { return }
        // A timer that rings too early only looks and sets the next, so one that is early enough stays.
        if let next, let timer = state.timer, timer.instant <= next, timer.instant > .now { return }
        if let timer = state.timer { EventLoop.shared.cancel(timer.id) }
        state.timer = next.map { instant in
            (EventLoop.shared.schedule(at: instant) { [weak self] in self?.tick() }, instant)
        }
    }

    private func tick() {
        perform { $0.tick(.now) }
    }

    private func connect(_ id: PoolStateMachine.ConnectionID, _ session: PostgresSession) async {
        do throws(PostgresError) {
            try await session.connect()
        } catch {
            logger.warning("cannot connect to the database", metadata: ["error": "\(error)"])
            state.withLock { state in
                state.sessions.removeValue(forKey: id)
                state.lastFailure = error
            }
            return perform { $0.connectFailed(id, .now) }
        }
        state.withLock { $0.lastFailure = nil }
        perform { $0.connected(id, .now) }
        await session.tellWhenLost { [weak self] in
            self?.logger.info("the database ended an idle connection")
            self?.perform { $0.lost(id, .now) }
        }
    }

    private func close(_ id: PoolStateMachine.ConnectionID, _ session: PostgresSession) async {
        await session.close()
        perform { $0.closed(id, .now) }
    }
}

// MARK: The end

extension PostgresPool {
    /// Opens the minimum of connections, keeps the pool until graceful shutdown begins, then waits for the blocks that run. When the task is cancelled, it waits likewise;
    /// the blocks' own tasks decide how soon they end.
    package func run() async throws {
        perform { $0.serve(.now) }
        // Graceful shutdown cancels only this wait; the blocks go on.
        _ = try? await gracefulShutdown()
        await shutdown()
    }

    /// Refuses all who come from now on, waits until every connection has come back, and closes them.
    package func shutdown() async {
        await withCheckedContinuation { continuation in
            let isFinished = state.withLock { state in
                if state.machine.phase == .finished { return true }
                state.finishing.append(continuation)
                return false
            }
            if isFinished { continuation.resume() } else { perform { $0.drain() } }
        }
    }

    /// How many connections there are, in use or not, and how many callers wait. For metrics.
    package var load: (connections: Int, idle: Int, waiting: Int) {
        state.withLock { ($0.machine.connections.count, $0.machine.idle.count, $0.machine.waiting.count) }
    }
}
