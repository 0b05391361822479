import Glibc

/// A value that one thread at a time may touch.
///
/// `Synchronization.Mutex` would do, but its lock is compiled into a library that the thread sanitizer does not see, so that every use of
/// it is reported as a race; the sanitizer knows `pthread_mutex_t`.
///
/// `@unchecked Sendable` is safe: the value is only reachable inside ``withLock(_:)``, while the lock is held.
package final class Guarded<Value>: @unchecked Sendable {
    private var value: Value
    /// On the heap, because a mutex must keep its address.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    package init(_ value: sending Value) {
        self.value = value
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deinitialize(count: 1)
        mutex.deallocate()
    }

    /// Runs `body` with the value. It must be short, and must not come back to this lock.
    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
