import SeededRandom
import Testing

@testable import Postgres

struct PoolStateMachineTests {
    private typealias Machine = PoolStateMachine

    /// Plays the shell and remembers what it was told, refusing anything that would break a promise of the pool.
    private struct Shell {
        var machine: Machine
        var now = ContinuousClock.now
        var connecting: Set<Machine.ConnectionID> = []
        var leased: Set<Machine.ConnectionID> = []
        var closing: Set<Machine.ConnectionID> = []
        /// Connected and with nobody.
        var idle: Set<Machine.ConnectionID> = []
        var waiting: [Machine.WaiterID] = []
        var answered: Set<Machine.WaiterID> = []
        var isFinished = false

        init(_ limits: PoolLimits) {
            machine = Machine(limits: limits)
        }

        mutating func take(_ actions: [Machine.Action]) throws {
            for action in actions {
                switch action {
                case .connect(let id): try #require(connecting.insert(id).inserted)
                case .close(let id):
                    try #require(!leased.contains(id), "a leased connection is closed")
                    idle.remove(id)
                    try #require(closing.insert(id).inserted, "a connection is closed twice")
                case .lease(let id, let waiter):
                    try #require(waiting.first == waiter, "somebody was passed over")
                    waiting.removeFirst()
                    try answer(waiter)
                    idle.remove(id)
                    try #require(leased.insert(id).inserted, "a connection is leased twice")
                case .refuse(let waiter, _):
                    waiting.removeAll { $0 == waiter }
                    try answer(waiter)
                case .finished:
                    try #require(!isFinished && leased.isEmpty && connecting.isEmpty && closing.isEmpty)
                    isFinished = true
                }
            }
            let held = connecting.count + leased.count + closing.count + idle.count
            try #require(held <= machine.limits.maxConnections, "too many connections")
            try #require(machine.waiting.map(\.id) == waiting, "a waiter was lost")
            try #require(idle.isEmpty || waiting.isEmpty || !machine.waiting.isEmpty)
            try #require(waiting.isEmpty || idle.isEmpty, "somebody waits while a connection is idle")
        }

        private mutating func answer(_ waiter: Machine.WaiterID) throws {
            try #require(answered.insert(waiter).inserted, "a caller is answered twice")
        }

        mutating func ask(deadline: Duration?) throws {
            if let id = machine.leaseIdle(now) {
                idle.remove(id)
                try #require(leased.insert(id).inserted, "a connection is leased twice")
                return
            }
            let (waiter, actions) = machine.request(deadline: deadline.map { now + $0 }, now)
            waiting.append(waiter)
            try take(actions)
        }
    }

    @Test(arguments: 1...300) func `no connection has two users and no caller is forgotten`(seed: UInt64) throws {
        var random = Seed(seed)
        var shell = Shell(
            PoolLimits(
                maxConnections: .random(in: 1...5, using: &random), minConnections: .random(in: 0...2, using: &random),
                maxWaiters: .random(in: 1...10, using: &random), leaseTimeout: .seconds(3), idleTimeout: .seconds(5),
                maxLifetime: .seconds(20)))
        for _ in 0..<400 {
            shell.now += .milliseconds(Int.random(in: 0...400, using: &random))
            try step(&shell, &random)
        }
        try end(&shell)
    }

    private func step(_ shell: inout Shell, _ random: inout Seed) throws {
        switch Int.random(in: 0...9, using: &random) {
        case 0...2: try shell.ask(deadline: Bool.random(using: &random) ? nil : .seconds(1))
        case 3:
            guard let id = shell.connecting.randomElement(using: &random) else { return }
            shell.connecting.remove(id)
            if Int.random(in: 0...3, using: &random) > 0 {
                shell.idle.insert(id)
                try shell.take(shell.machine.connected(id, shell.now))
            } else {
                try shell.take(shell.machine.connectFailed(id, shell.now))
            }
        case 4...5:
            guard let id = shell.leased.randomElement(using: &random) else { return }
            shell.leased.remove(id)
            shell.idle.insert(id)
            let (isUsable, isSilent) = (Int.random(in: 0...4, using: &random) > 0, Int.random(in: 0...9, using: &random) == 0)
            try shell.take(shell.machine.returned(id, isUsable: isUsable && !isSilent, isSilent: isSilent, shell.now))
        case 6:
            guard let id = shell.idle.randomElement(using: &random) else { return }
            try shell.take(shell.machine.lost(id, shell.now))
        case 7:
            guard let id = shell.closing.randomElement(using: &random) else { return }
            shell.closing.remove(id)
            try shell.take(shell.machine.closed(id, shell.now))
        case 8:
            guard let waiter = shell.waiting.randomElement(using: &random) else { return }
            let wasWaiting = shell.machine.withdraw(waiter)
            #expect(wasWaiting)
            shell.waiting.removeAll { $0 == waiter }
        default:
            guard let next = shell.machine.nextTick, next <= shell.now else { return }
            try shell.take(shell.machine.tick(shell.now))
            #expect(shell.machine.nextTick.map { $0 > shell.now } ?? true, "the clock would ring at once again")
        }
    }

    private func end(_ shell: inout Shell) throws {
        try shell.take(shell.machine.drain())
        for id in shell.leased {
            shell.leased.remove(id)
            shell.idle.insert(id)
            try shell.take(shell.machine.returned(id, isUsable: true, shell.now))
        }
        for id in shell.connecting {
            shell.connecting.remove(id)
            shell.idle.insert(id)
            try shell.take(shell.machine.connected(id, shell.now))
        }
        for id in shell.closing {
            shell.closing.remove(id)
            try shell.take(shell.machine.closed(id, shell.now))
        }
        #expect(shell.isFinished && shell.waiting.isEmpty)
    }

    @Test func `attempts to connect are made ever more rarely, one at a time`() throws {
        let limits = PoolLimits(
            maxConnections: 8, leaseTimeout: .seconds(100), backOff: .milliseconds(100), backOffLimit: .seconds(1))
        var machine = Machine(limits: limits)
        var now = ContinuousClock.now
        var pauses: [Duration] = []
        for _ in 1...6 {
            let (waiter, first) = machine.request(deadline: nil, now)
            var actions = first
            if actions.isEmpty {
                let next = try #require(machine.nextTick)
                pauses.append(next - now)
                now = next
                actions = machine.tick(now)
            }
            let refusals = machine.connectFailed(try #require(connection(actions)), now)
            #expect(refusals == [.refuse(waiter, .connectFailed)])
        }
        #expect(pauses == [100, 200, 400, 800, 1000].map { .milliseconds($0) })
    }

    @Test func `a failed attempt is no reason to refuse while another connection may come back`() throws {
        var machine = Machine(limits: PoolLimits(maxConnections: 2))
        let now = ContinuousClock.now
        let (first, actions) = machine.request(deadline: nil, now)
        let id = try #require(connection(actions))
        let leased = machine.connected(id, now)
        #expect(leased == [.lease(id, to: first)])
        let (second, more) = machine.request(deadline: nil, now)
        let failed = machine.connectFailed(try #require(connection(more)), now)
        #expect(failed.isEmpty)
        let served = machine.returned(id, isUsable: true, now)
        #expect(served == [.lease(id, to: second)])
    }

    /// The connection that the only action is to open.
    private func connection(_ actions: [Machine.Action]) -> Machine.ConnectionID? {
        if actions.count == 1, case .connect(let id) = actions[0] { id } else { nil }
    }

    @Test func `idle connections above the minimum are closed after a while`() throws {
        var machine = Machine(limits: PoolLimits(maxConnections: 3, minConnections: 1, idleTimeout: .seconds(10)))
        var now = ContinuousClock.now
        var leased: [Machine.ConnectionID] = []
        for _ in 1...3 {
            let (_, actions) = machine.request(deadline: nil, now)
            for case .connect(let id) in actions {
                _ = machine.connected(id, now)
                leased.append(id)
            }
        }
        for id in leased { _ = machine.returned(id, isUsable: true, now) }
        now += .seconds(11)
        let closed = machine.tick(now).count { if case .close = $0 { true } else { false } }
        #expect(closed == 2)
    }

    @Test func `a connection that stayed silent takes those with it that nobody has tried since`() throws {
        var machine = Machine(limits: PoolLimits(maxConnections: 3))
        let now = ContinuousClock.now
        let opening = (0..<3).flatMap { _ in machine.request(deadline: nil, now).1 }
        let connections = opening.compactMap { action -> Machine.ConnectionID? in
            if case .connect(let id) = action { id } else { nil }
        }
        for id in connections { _ = machine.connected(id, now) }
        for id in connections.dropFirst() { _ = machine.returned(id, isUsable: true, now) }
        let closed = machine.returned(connections[0], isUsable: false, isSilent: true, now)
        #expect(Set(closed) == Set(connections.map { .close($0) }))
        #expect(machine.leaseIdle(now) == nil)
    }
}
