/// How to reach a server, and the limits that every connection to it keeps.
package struct PostgresConfiguration: Sendable {
    /// A libpq connection string (`host=… dbname=…`) or URL (`postgresql://…`); several hosts are tried in order. May hold a password,
    /// so it is never logged.
    package var connectionString: String
    /// Shown in `pg_stat_activity`, unless the connection string says otherwise.
    package var applicationName = "incubator"
    /// How long one host may take to answer before the next is tried.
    package var connectTimeout: Duration = .seconds(10)
    /// `statement_timeout` of every connection; nil leaves the server's setting.
    package var statementTimeout: Duration?
    /// `lock_timeout` of every connection; nil leaves the server's setting.
    package var lockTimeout: Duration?
    /// `idle_in_transaction_session_timeout` of every connection; nil leaves the server's setting.
    package var idleInTransactionTimeout: Duration?
    /// How long a cancelled statement may take to stop before its connection is given up.
    package var cancelPatience: Duration = .seconds(5)
    /// How many prepared statements a connection keeps; 0 for none, as a pooler between here and the server may ask.
    package var preparedStatements = 128
    /// Makes a call of libpq fail; for tests.
    package var faultInjector: FaultInjector?

    /// Takes a connection string; nothing is checked until the first connection.
    package init(connectionString: String) {
        self.connectionString = connectionString
    }
}
