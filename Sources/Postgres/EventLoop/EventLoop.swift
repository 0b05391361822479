import CLibpq
import Glibc
import Locks
import Synchronization

/// A thread that waits for sockets and clocks, and runs the actors that own them.
///
/// It is the executor of every ``PostgresSession`` on it, so all calls of libpq happen here: none blocks, and none needs a lock. Work for
/// the thread comes through ``enqueue(_:)`` and ``submit(_:)`` from anywhere.
///
/// It is a task executor as well: a continuation always resumes on the task's own executor before it comes back to its actor, and with
/// the loop as that executor it does not make a detour through another thread (seen with Swift 6.3).
final class EventLoop: SerialExecutor, TaskExecutor {
    /// The loop that all pools share. One thread moves far more rows than a database of this kind produces, and a thread that never
    /// ends cannot lose a job that arrives late.
    static let shared = EventLoop()

    private enum Work: Sendable {
        case job(UnownedJob)
        case call(@Sendable () -> Void)
    }

    private struct Inbox {
        var work: [Work] = []
        var timers = TimerQueue()
        var sockets: [UInt64: SocketOwner] = [:]
        var lastToken: UInt64 = 0
        /// True from a write to the bell until the loop looks into the inbox, so that a burst of work rings once.
        var rung = false
    }

    /// Whom to call about a socket. Weak: the loop keeps nobody alive.
    private struct SocketOwner {
        weak var owner: (any EventLoopSocket)?
    }

    /// The token of the bell among the sockets' tokens.
    private static let bellToken: UInt64 = 0

    private let inbox = Guarded(Inbox())
    private let poll: Int32
    private let bell: Int32
    private let thread = Atomic<UInt>(0)

    private init() {
        poll = epoll_create1(Int32(EPOLL_CLOEXEC))
        bell = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        // Only a process without file descriptors or threads fails here, at its first use of the database; it could do nothing anyway.
        precondition(poll >= 0 && bell >= 0, "the system has no file descriptor left for the event loop")
        var event = epoll_event(events: EPOLLIN.rawValue, data: .init(u64: Self.bellToken))
        epoll_ctl(poll, EPOLL_CTL_ADD, bell, &event)
        precondition(BlockingThread.run { self.run() }, "the system has no thread left for the event loop")
    }

    /// True on the loop's own thread.
    var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        add { $0.work.append(.job(job)) }
    }

    func checkIsolated() {
        precondition(isCurrent, "not on the event loop")
    }

    func isIsolatingCurrentContext() -> Bool? { isCurrent }

    /// Runs `call` on the loop's thread, soon.
    func submit(_ call: @escaping @Sendable () -> Void) {
        add { $0.work.append(.call(call)) }
    }

    private func add(_ change: (inout Inbox) -> Void) {
        let mustRing = inbox.withLock { inbox in
            change(&inbox)
            if inbox.rung || isCurrent { return false }
            inbox.rung = true
            return true
        }
        if mustRing { eventfd_write(bell, 1) }
    }
}

extension EventLoop {
    /// Calls `action` on the loop's thread at `instant` or soon after.
    func schedule(at instant: ContinuousClock.Instant, _ action: @escaping @Sendable () -> Void) -> TimerQueue.ID {
        var id = TimerQueue.ID(rawValue: 0)
        add { id = $0.timers.add(at: instant, action) }
        return id
    }

    /// Forgets a timer; nothing happens when it has run already.
    func cancel(_ timer: TimerQueue.ID) {
        inbox.withLock { $0.timers.remove(timer) }
    }

    /// Watches a socket for `owner` until ``unwatch(_:token:)``.
    ///
    /// - Returns: the token that names this watch; a socket's number may be given out again, a token never is.
    func watch(_ socket: Int32, for owner: any EventLoopSocket, _ interest: SocketInterest) -> UInt64 {
        let token = inbox.withLock { inbox in
            inbox.lastToken += 1
            inbox.sockets[inbox.lastToken] = SocketOwner(owner: owner)
            return inbox.lastToken
        }
        var event = epoll_event(events: interest.rawValue, data: .init(u64: token))
        epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event)
        return token
    }

    /// Changes what is waited for.
    func rewatch(_ socket: Int32, token: UInt64, _ interest: SocketInterest) {
        var event = epoll_event(events: interest.rawValue, data: .init(u64: token))
        epoll_ctl(poll, EPOLL_CTL_MOD, socket, &event)
    }

    /// Ends a watch.
    ///
    /// - Parameter socket: nil when it was closed already, which ended the watch: its number may belong to somebody else by now.
    func unwatch(_ socket: Int32?, token: UInt64) {
        inbox.withLock { _ = $0.sockets.removeValue(forKey: token) }
        if let socket { epoll_ctl(poll, EPOLL_CTL_DEL, socket, nil) }
    }
}

extension EventLoop {
    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        var events = [epoll_event](repeating: epoll_event(), count: 128)
        while true {
            let ready = epoll_wait(poll, &events, Int32(events.count), patience())
            for event in events.prefix(Int(max(ready, 0))) {
                dispatch(event)
            }
            runDueTimers()
            runWork()
        }
    }

    /// Milliseconds until the next timer, rounded up; −1 without one, 0 when there is work already.
    private func patience() -> Int32 {
        inbox.withLock { inbox in
            if !inbox.work.isEmpty { return 0 }
            guard let next = inbox.timers.next else { return -1 }
            let left = next - ContinuousClock.now
            guard left > .zero else { return 0 }
            return Int32(clamping: left / .milliseconds(1) > 1e6 ? 1_000_000 : Int((left / .milliseconds(1)).rounded(.up)))
        }
    }

    private func dispatch(_ event: epoll_event) {
        let token = event.data.u64
        guard token != Self.bellToken else {
            var count: eventfd_t = 0
            eventfd_read(bell, &count)
            inbox.withLock { $0.rung = false }
            return
        }
        inbox.withLock { $0.sockets[token]?.owner }?.socketIsReady(SocketInterest(rawValue: event.events), token: token)
    }

    private func runDueTimers() {
        let due = inbox.withLock { $0.timers.takeDue(ContinuousClock.now) }
        for action in due { action() }
    }

    /// Runs what is in the inbox, and what that adds, but looks at the sockets again after a while in any case.
    private func runWork() {
        for _ in 0..<Self.roundsBetweenPolls {
            guard runRound() else { return }
        }
    }

    /// An operation moves between executors several times, each through the inbox; polling each time costs a dozen system calls per
    /// query (measured: 5 900 instead of 14 400 queries per second on one connection).
    private static let roundsBetweenPolls = 32

    /// - Returns: true when there was something to do.
    private func runRound() -> Bool {
        let work = inbox.withLock { inbox in
            let work = inbox.work
            inbox.work.removeAll()
            return work
        }
        for item in work {
            switch item {
            case .job(let job): job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            case .call(let call): call()
            }
        }
        return !work.isEmpty
    }
}
