/// How much the service takes on, and how long it waits. Every wait has an end, so that no client can hold a connection for ever.
package struct ServiceLimits: Sendable {
    /// Open connections; a further one is answered 503 and closed.
    package var connections = 10_000
    /// Requests being answered at once; a further one is answered 503. More than this only queue for the same database connections.
    package var requests = 256
    /// Requests of one address that has not signed in: how many at once, and how long until there is a further one. An office asks through one
    /// address for all its people. Counted behind a proxy only; on the machine itself nobody is a stranger.
    package var visitorBurst = 600
    package var visitorPause: Duration = .milliseconds(100)
    /// Acts that read or write a great part of the register, answered at once; a further one is answered 503.
    package var heavyActs = 2
    /// How long a connection may be without a request, or take to send the head of one.
    package var idle: Duration = .seconds(30)
    /// How long a request may take to come in, from its head to its last byte. Shorter than ``idle``, so that a client that stalls in
    /// the middle is told before it is cut off.
    package var receive: Duration = .seconds(20)
    /// How long a client may leave an answer unread.
    package var send: Duration = .seconds(30)
    /// The request line and all headers together, in bytes.
    package var head = 16_384
    /// How many header fields.
    package var headerFields = 100
    /// Bytes of a body after which the connection is cut, read or not; above the largest body that any route reads.
    package var body = 4 << 20

    package init() {}
}
