import CLibpq
import Synchronization

/// The one owner of a connection to the server. It lives on the event loop: everything in it runs there, and nothing in it blocks.
///
/// Operations take turns; each is written as straight code that waits for the socket where it must.
actor PostgresSession: EventLoopSocket {
    /// Whether the connection can be given to the next caller. Read from any thread, written on the loop.
    enum Health: UInt8, AtomicRepresentable {
        /// Connected, outside a transaction, nothing under way.
        case ready
        /// An operation is under way or left something behind that ``settle()`` has to clear.
        case unsettled
        /// Cannot be used again.
        case dead
    }

    nonisolated let loop = EventLoop.shared
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    nonisolated let configuration: PostgresConfiguration
    private nonisolated let healthFlag = Atomic(Health.unsettled)
    nonisolated var health: Health { healthFlag.load(ordering: .acquiring) }
    private nonisolated let silenceFlag = Atomic(false)
    /// The server did not answer, not even to the request to stop, so the connection was given up. Never unset.
    nonisolated var wasSilent: Bool { silenceFlag.load(ordering: .acquiring) }

    var libpq: Libpq?
    var statements: StatementCache
    /// The transaction whose BEGIN was sent.
    var transaction: OpenTransaction?
    var copy: CopyDirection?
    /// The server was seen to have ended a COPY that is still being sent.
    var isCopyRefused = false
    /// The statement of the open or last COPY, for its errors.
    var copyStatement: SQL?
    /// Set when a cancel request was sent and no statement was seen to fall to it: it may yet hit the next one.
    var isTainted = false
    var operation: Operation?
    var lastOperation: UInt64 = 0
    /// Nobody uses the connection, so whatever arrives is for nobody. False while connecting.
    var isIdle = false
    /// Told once when the server ends the connection while nobody uses it.
    private var whenLost: (@Sendable () -> Void)?

    private var turnTaken = false
    private var turnQueue: [CheckedContinuation<Void, Never>] = []
    private var watch: (socket: Int32, token: UInt64, interest: SocketInterest)?
    private var waiter: CheckedContinuation<SocketInterest, Never>?

    /// A transaction that the server was told to begin.
    struct OpenTransaction {
        let number: UInt64
        /// The settings that its last statement ran under.
        var context: SessionContext
        /// What it failed with first.
        var failure: PostgresError?
    }

    init(configuration: PostgresConfiguration) {
        self.configuration = configuration
        statements = StatementCache(capacity: configuration.preparedStatements)
    }

    deinit {
        // The socket is closed together with the connection.
        if let watch { loop.unwatch(nil, token: watch.token) }
    }

    func tellWhenLost(_ action: @escaping @Sendable () -> Void) {
        whenLost = action
        if health == .dead { reportLoss() }
    }

    /// Ends the connection; harmless when it has ended.
    func close() {
        whenLost = nil
        drop()
    }

    /// Frees the connection and wakes whoever waits for it.
    func drop() {
        publish(.dead)
        stopWatching()
        libpq = nil
        waiter?.resume(returning: .trouble)
        waiter = nil
    }

    func noteSilence() {
        silenceFlag.store(true, ordering: .releasing)
    }

    func publish(_ health: Health) {
        healthFlag.store(health, ordering: .releasing)
    }

    private func reportLoss() {
        whenLost?()
        whenLost = nil
    }
}

// MARK: Turns

extension PostgresSession {
    /// Waits until no other operation is under way.
    func takeTurn() async {
        guard turnTaken else {
            turnTaken = true
            return
        }
        await withCheckedContinuation { continuation in
            // Looked at again: the call above may have let others run before this block.
            if turnTaken {
                turnQueue.append(continuation)
            } else {
                turnTaken = true
                continuation.resume()
            }
        }
    }

    /// Hands the turn to the next in line.
    func passTurn() {
        if turnQueue.isEmpty {
            turnTaken = false
        } else {
            turnQueue.removeFirst().resume()
        }
    }
}

// MARK: The socket

extension PostgresSession {
    nonisolated func socketIsReady(_ what: SocketInterest, token: UInt64) {
        assumeIsolated { $0.socketEvent(what, token) }
    }

    private func socketEvent(_ what: SocketInterest, _ token: UInt64) {
        guard let watch, watch.token == token else { return }
        if let waiter {
            self.waiter = nil
            waiter.resume(returning: what)
        } else if isIdle {
            idleSocketEvent()
        } else if operation == nil, copy == .into {
            copySocketEvent()
        } else {
            // Nobody reads now. Not watching at all, because the end of the peer is reported as long as a socket is watched.
            stopWatching()
        }
    }

    /// Something arrived that nobody asked for: a notice, or the end of the connection.
    private func idleSocketEvent() {
        guard let libpq else { return stopWatching() }
        do throws(PostgresError) {
            try libpq.consumeInput()
            _ = libpq.isBusy
            if libpq.isBroken { throw libpq.failure(.connectionLost) }
        } catch {
            drop()
            reportLoss()
        }
    }

    /// The server spoke in the middle of a COPY that the caller is still sending. An error is noted, so that the next write tells the
    /// caller instead of sending the rest to a server that throws it away; anything else waits for the end of the COPY.
    private func copySocketEvent() {
        isCopyRefused = libpq?.peeksAtError == true
        stopWatching()
    }

    /// Watches for a refusal while the caller prepares the next piece of a COPY.
    func watchCopy() {
        if let libpq, libpq.socket >= 0 { watch(libpq.socket, .read) }
    }

    /// Waits until the socket is ready, or the connection was dropped.
    func wait(_ interest: SocketInterest) async -> SocketInterest {
        await withCheckedContinuation { continuation in
            // libpq closes a broken socket by itself; nothing would ever come from it.
            guard let libpq, libpq.socket >= 0 else { return continuation.resume(returning: .trouble) }
            // First the waiter, then the watch: calling this function may already have let the loop look at its sockets.
            waiter = continuation
            watch(libpq.socket, interest)
        }
    }

    /// Makes ``wait(_:)`` return with nothing ready.
    func wake() {
        waiter?.resume(returning: [])
        waiter = nil
    }

    /// Watches for the end of an idle connection.
    func watchIdle() {
        isIdle = true
        if let libpq, libpq.socket >= 0 { watch(libpq.socket, .read) }
    }

    private func watch(_ socket: Int32, _ interest: SocketInterest) {
        if let watch, watch.socket == socket {
            guard watch.interest != interest else { return }
            loop.rewatch(socket, token: watch.token, interest)
            self.watch?.interest = interest
        } else {
            stopWatching()
            watch = (socket, loop.watch(socket, for: self, interest), interest)
        }
    }

    func stopWatching() {
        // libpq closes a broken socket by itself.
        if let watch { loop.unwatch(libpq?.socket == watch.socket ? watch.socket : nil, token: watch.token) }
        watch = nil
    }
}
