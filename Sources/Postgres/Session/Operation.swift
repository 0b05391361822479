/// What a session is doing now, and how it was told to stop.
struct Operation {
    /// Why a statement is being stopped.
    enum Interruption {
        case cancelled, deadline
    }

    let number: UInt64
    let call: Call
    /// Set once.
    var interruption: Interruption?
    /// True once the last statement may have reached the server, so that only its answer tells whether it took effect.
    var mayHaveTakenEffect = false
    /// True while a cancel request is on its way to the server.
    var isCancelling = false
    /// How many were sent.
    var cancelRequests = 0
    /// The time for the next one.
    var cancelTimer: TimerQueue.ID?
    /// Who waits for the cancel request to be delivered.
    var cancelWaiter: CheckedContinuation<Void, Never>?
    /// The end of the caller's patience, then of the wait for a cancelled statement.
    var timer: TimerQueue.ID?
}
