import Locks

/// Makes the n-th call of libpq fail, so that a test can walk through every way in which an operation can break.
///
/// Given to a pool by ``PostgresConfiguration/faultInjector``. It fires once; later calls succeed.
package final class FaultInjector: Sendable {
    /// What the call runs into.
    package enum Fault: Sendable, Hashable, CaseIterable {
        /// The socket is shut down just before the call, as when the server dies.
        case connectionLoss
        /// The call is not made and reports that there is no memory.
        case outOfMemory
        /// The answer is replaced by an error of the server (SQLSTATE XX000). Only calls that receive an answer count.
        case serverError
        /// From this call on nothing is sent and nothing comes, and nobody says so, as when the server's machine is lost.
        case silence
    }

    private struct Progress {
        var calls = 0
        var firedAt: String?
    }

    package let fault: Fault
    private let number: Int
    private let progress = Guarded(Progress())

    /// - Parameter number: which call fails, from 1.
    package init(_ fault: Fault, atCall number: Int) {
        self.fault = fault
        self.number = number
    }

    /// The name of the function that was made to fail, or nil while none was.
    package var firedAt: String? { progress.withLock { $0.firedAt } }

    /// How many calls there were that could have been made to fail.
    package var calls: Int { progress.withLock { $0.calls } }

    /// The fault that this call shall run into.
    func next(_ call: StaticString, receivesAnswer: Bool = false) -> Fault? {
        if fault == .serverError && !receivesAnswer { return nil }
        return progress.withLock { progress in
            progress.calls += 1
            guard progress.calls == number else { return nil }
            progress.firedAt = call.description
            return fault
        }
    }
}
