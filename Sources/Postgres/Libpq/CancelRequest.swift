import CLibpq
import Glibc

/// A request to stop what a connection is doing, to be sent from a thread of its own.
///
/// `PQcancel` opens a second connection and waits for the server to take the request, so it may block for long; it must run neither on
/// the event loop nor on Swift's cooperative pool. There is at most one request per connection at a time, which bounds the threads.
///
/// `@unchecked Sendable` is safe: a `PGcancel` is never changed after it was made, and `PQcancel` may be called from any thread.
final class CancelRequest: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// Takes ownership of `pointer`.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit { PQfreeCancel(pointer) }

    /// Sends the request from a new thread, then calls `whenDone` there.
    func send(whenDone: @escaping @Sendable () -> Void) {
        let isRunning = BlockingThread.run {
            var message = [CChar](repeating: 0, count: 256)
            // Failure needs no handling of its own: a statement that does not stop loses its connection after a while.
            _ = PQcancel(self.pointer, &message, Int32(message.count))
            whenDone()
        }
        if !isRunning { whenDone() }
    }
}
