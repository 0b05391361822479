import Postgres

/// How long the service waits for its database. Who asks hears within 2 s that it is not to be had, and is served again within 2 s of its
/// return; each step's share of that is here.
enum Patience {
    /// One transaction of a person's work, waiting for a connection included. A hundred times what one takes on a busy day.
    static let work: Duration = .milliseconds(1250)
    /// A server that was told to stop a statement, and says nothing.
    private static let cancel: Duration = .milliseconds(250)
    /// One host of the connection string, before the next is tried.
    private static let connect: Duration = .seconds(1)
    /// Between attempts to reach a server that is down.
    private static let reconnect: Duration = .milliseconds(250)

    static func configuration(_ connectionString: String) -> PostgresConfiguration {
        var configuration = PostgresConfiguration(connectionString: connectionString)
        configuration.connectTimeout = connect
        configuration.cancelPatience = cancel
        return configuration
    }

    static var poolLimits: PoolLimits { PoolLimits(leaseTimeout: work, backOffLimit: reconnect) }
}
