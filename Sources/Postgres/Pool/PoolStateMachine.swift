/// Every decision of the pool: who gets which connection, when to connect, when to close, whom to refuse.
///
/// A value: events go in with the time, ``Action``s come out for ``PostgresPool`` to do. It promises that a connection is leased to one
/// caller at a time, that every caller is answered exactly once, in the order of asking, and that there are never more than
/// ``PoolLimits/maxConnections`` connections, those being closed included.
struct PoolStateMachine: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// Names a connection; never used twice.
    struct ConnectionID: Hashable, Sendable {
        let number: Int
    }

    /// Names a waiting caller; never used twice.
    struct WaiterID: Hashable, Sendable {
        let number: Int
    }

    /// Why a caller gets no connection.
    enum Refusal: Hashable, Sendable {
        case tooManyWaiting, leaseTimeout, deadline, connectFailed, closed
    }

    /// What the shell has to do, in this order.
    enum Action: Hashable, Sendable {
        case connect(ConnectionID)
        case close(ConnectionID)
        case lease(ConnectionID, to: WaiterID)
        case refuse(WaiterID, Refusal)
        /// After a shutdown the last connection is gone.
        case finished
    }

    enum Phase: Sendable {
        case running, draining, finished
    }

    struct Connection: Sendable {
        enum State: Sendable {
            case connecting, idle(since: Instant), leased, closing
        }

        var state: State
        var since: Instant
    }

    struct Waiter: Sendable {
        var id: WaiterID
        var givesUpAt: Instant
        var refusal: Refusal
    }

    let limits: PoolLimits
    var phase = Phase.running
    var connections: [ConnectionID: Connection] = [:]
    /// Idle connections; the last one was used last and is leased next, so that those not needed grow old.
    var idle: [ConnectionID] = []
    var waiting: [Waiter] = []
    var failures = 0
    /// No attempt to connect before this.
    var notBefore: Instant?
    private var lastConnection = 0
    private var lastWaiter = 0

    init(limits: PoolLimits) {
        self.limits = limits
    }

    var connecting: Int {
        connections.values.count {
            if case .connecting = $0.state { true } else { false }
        }
    }

    /// Connections that are not being closed.
    var kept: Int {
        connections.values.count {
            if case .closing = $0.state { false } else { true }
        }
    }

    /// An idle connection at once, when nobody waits for it; nil when there is none.
    mutating func leaseIdle(_ now: Instant) -> ConnectionID? {
        guard phase == .running, waiting.isEmpty, let id = idle.popLast() else { return nil }
        connections[id]?.state = .leased
        return id
    }

    /// A caller asks for a connection and is prepared to wait until its deadline.
    mutating func request(deadline: Instant?, _ now: Instant) -> (WaiterID, [Action]) {
        lastWaiter += 1
        let id = WaiterID(number: lastWaiter)
        guard phase == .running else { return (id, [.refuse(id, .closed)]) }
        guard waiting.count < limits.maxWaiters || !idle.isEmpty else { return (id, [.refuse(id, .tooManyWaiting)]) }
        let limit = now + limits.leaseTimeout
        let waiter =
            if let deadline, deadline < limit {
                Waiter(id: id, givesUpAt: deadline, refusal: .deadline)
            } else {
                Waiter(id: id, givesUpAt: limit, refusal: .leaseTimeout)
            }
        waiting.append(waiter)
        return (id, serve(now))
    }

    /// A waiting caller was cancelled.
    ///
    /// - Returns: false when it was answered already.
    mutating func withdraw(_ id: WaiterID) -> Bool {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return false }
        waiting.remove(at: index)
        return true
    }

    /// Gives idle connections to waiting callers and connects as many as are missing.
    mutating func serve(_ now: Instant) -> [Action] {
        var actions: [Action] = []
        while !waiting.isEmpty, let id = idle.popLast() {
            connections[id]?.state = .leased
            actions.append(.lease(id, to: waiting.removeFirst().id))
        }
        guard phase == .running else { return actions }
        let held = connections.count
        let wanted = max(waiting.count, limits.minConnections - (held - connecting))
        // After a failure one attempt finds out for all whether the server is back.
        let target = failures > 0 ? min(wanted, 1) : wanted
        if let notBefore {
            guard notBefore <= now else { return actions }
            self.notBefore = nil
        }
        for _ in 0..<max(0, min(target - connecting, limits.maxConnections - held)) {
            lastConnection += 1
            let id = ConnectionID(number: lastConnection)
            connections[id] = Connection(state: .connecting, since: now)
            actions.append(.connect(id))
        }
        return actions
    }
}
