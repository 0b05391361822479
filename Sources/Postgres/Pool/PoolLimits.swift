/// The numbers that a pool keeps to.
package struct PoolLimits: Sendable, Hashable {
    /// Connections at most, those being opened or closed included. At least 1.
    package var maxConnections: Int
    /// Connections kept open even when nobody needs them.
    package var minConnections: Int
    /// Callers that may wait at a time; one more is refused at once.
    package var maxWaiters: Int
    /// How long a caller waits for a connection.
    package var leaseTimeout: Duration
    /// How long a connection may be idle before it is closed.
    package var idleTimeout: Duration
    /// How old a connection may become before it is closed, between two leases.
    package var maxLifetime: Duration
    /// Pause after a failed attempt to connect; doubled each time up to ``backOffLimit``.
    package var backOff: Duration
    /// The longest pause between attempts to connect.
    package var backOffLimit: Duration

    /// Limits for one service on one database; numbers out of range are moved into it.
    package init(
        maxConnections: Int = 16,
        minConnections: Int = 0,
        maxWaiters: Int = 1024,
        leaseTimeout: Duration = .seconds(10),
        idleTimeout: Duration = .seconds(300),
        maxLifetime: Duration = .seconds(3600),
        backOff: Duration = .milliseconds(50),
        backOffLimit: Duration = .seconds(2)
    ) {
        self.maxConnections = max(1, maxConnections)
        self.minConnections = min(max(0, minConnections), self.maxConnections)
        self.maxWaiters = max(0, maxWaiters)
        self.leaseTimeout = leaseTimeout
        self.idleTimeout = idleTimeout
        self.maxLifetime = maxLifetime
        self.backOff = backOff
        self.backOffLimit = backOffLimit
    }
}
