// What happens to connections: opened, given back, lost, grown old, closed.

extension PoolStateMachine {
    /// An attempt to connect succeeded.
    mutating func connected(_ id: ConnectionID, _ now: Instant) -> [Action] {
        guard connections[id] != nil else { return [] }
        failures = 0
        notBefore = nil
        connections[id]?.since = now
        guard phase == .running else { return close(id) }
        park(id, now)
        return serve(now)
    }

    /// An attempt to connect failed. When no connection is left that could be given back, everybody waiting is told.
    mutating func connectFailed(_ id: ConnectionID, _ now: Instant) -> [Action] {
        guard connections.removeValue(forKey: id) != nil else { return [] }
        failures += 1
        notBefore = now + pause
        if phase != .running { return finishIfEmpty() }
        guard kept == 0 else { return [] }
        defer { waiting.removeAll() }
        return waiting.map { .refuse($0.id, .connectFailed) }
    }

    /// A caller gave its connection back.
    ///
    /// - Parameter isSilent: the server was asked and did not answer in time. Connections that nobody has tried lately are then not to be
    ///   trusted either: each would make one more caller wait in vain.
    mutating func returned(_ id: ConnectionID, isUsable: Bool, isSilent: Bool = false, _ now: Instant) -> [Action] {
        guard let connection = connections[id], case .leased = connection.state else { return [] }
        if isSilent {
            let distrusted = idle
            idle.removeAll()
            return distrusted.flatMap { close($0) } + close(id) + serve(now)
        }
        guard isUsable, phase == .running, now - connection.since < limits.maxLifetime else { return close(id) + serve(now) }
        park(id, now)
        return serve(now)
    }

    /// The server ended a connection that nobody was using.
    mutating func lost(_ id: ConnectionID, _ now: Instant) -> [Action] {
        guard let index = idle.firstIndex(of: id) else { return [] }
        idle.remove(at: index)
        return close(id) + serve(now)
    }

    /// A connection that was to be closed is gone, so that another may take its place.
    mutating func closed(_ id: ConnectionID, _ now: Instant) -> [Action] {
        guard connections.removeValue(forKey: id) != nil else { return [] }
        return serve(now) + finishIfEmpty()
    }

    /// Time has passed: refuses who waited too long, closes what is too old, tries again to connect.
    mutating func tick(_ now: Instant) -> [Action] {
        var actions: [Action] = []
        for waiter in waiting where waiter.givesUpAt <= now { actions.append(.refuse(waiter.id, waiter.refusal)) }
        waiting.removeAll { $0.givesUpAt <= now }
        var spare = kept - limits.minConnections
        for id in idle where (endOfIdling(id, isSpare: spare > 0) ?? now) <= now {
            actions += close(id)
            spare -= 1
        }
        idle.removeAll { if case .closing = connections[$0]?.state { true } else { false } }
        return actions + serve(now)
    }

    /// When ``tick(_:)`` has something to do next; nil when only another event can bring work.
    var nextTick: Instant? {
        var times = waiting.map(\.givesUpAt)
        let isSpare = kept > limits.minConnections
        times += idle.compactMap { endOfIdling($0, isSpare: isSpare) }
        let wantsConnection = !waiting.isEmpty || connections.count < limits.minConnections
        if wantsConnection, phase == .running, let notBefore { times.append(notBefore) }
        return times.min()
    }

    /// No more leases: idle connections are closed, waiting callers refused, leased connections closed when they come back.
    mutating func drain() -> [Action] {
        guard phase == .running else { return [] }
        phase = .draining
        let refusals = waiting.map { Action.refuse($0.id, .closed) }
        waiting.removeAll()
        let closings = idle.flatMap { close($0) }
        idle.removeAll()
        return refusals + closings + finishIfEmpty()
    }

    private mutating func park(_ id: ConnectionID, _ now: Instant) {
        connections[id]?.state = .idle(since: now)
        idle.append(id)
    }

    private mutating func close(_ id: ConnectionID) -> [Action] {
        connections[id]?.state = .closing
        return [.close(id)]
    }

    private mutating func finishIfEmpty() -> [Action] {
        guard phase == .draining, connections.isEmpty else { return [] }
        phase = .finished
        return [.finished]
    }

    /// When an idle connection is to be closed: at the end of its life, or earlier when it is not needed for the minimum.
    private func endOfIdling(_ id: ConnectionID, isSpare: Bool) -> Instant? {
        guard let connection = connections[id], case .idle(let since) = connection.state else { return nil }
        let endOfLife = connection.since + limits.maxLifetime
        return isSpare ? min(endOfLife, since + limits.idleTimeout) : endOfLife
    }

    private var pause: Duration {
        var pause = limits.backOff
        for _ in 1..<max(1, min(failures, 32)) where pause < limits.backOffLimit { pause = pause * 2 }
        return min(pause, limits.backOffLimit)
    }
}
