import CLibpq

/// Somebody whose socket an ``EventLoop`` watches.
protocol EventLoopSocket: AnyObject, Sendable {
    /// Called on the loop's thread when something that was waited for has come, or the peer has gone.
    func socketIsReady(_ what: SocketInterest, token: UInt64)
}

/// What a socket is watched for. Trouble (the peer went away) is always reported.
struct SocketInterest: OptionSet, Sendable {
    let rawValue: UInt32

    static let read = SocketInterest(rawValue: EPOLLIN.rawValue)
    static let write = SocketInterest(rawValue: EPOLLOUT.rawValue)
    static let trouble = SocketInterest(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
}
