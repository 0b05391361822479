/// The server's settings that the register decides, in a file of their own that is written at every start.
///
/// What somebody sets with `ALTER SYSTEM` or in `postgresql.conf` below the line that includes this file comes later and wins.
enum ClusterSettings {
    static let fileName = "incubator.conf"

    static let includeLine = """

        # The register's own settings, written at every start. Lines below this one win over them.
        include_if_exists = '\(fileName)'

        """

    /// For a small server: the register's working set is some hundred MiB, and an import writes in bulk.
    static func text(socketFolder: String) -> String {
        let settings = [
            "listen_addresses = ''",
            "port = \(SocketFolder.port)",
            "unix_socket_directories = \(quoted("\"" + socketFolder.replacing("\"", with: "\"\"") + "\""))",
            "unix_socket_permissions = 0700",
            "max_connections = 100",
            "password_encryption = 'scram-sha-256'",
            "shared_buffers = '128MB'",
            "work_mem = '8MB'",
            "maintenance_work_mem = '128MB'",
            "max_wal_size = '2GB'",
            "checkpoint_timeout = '15min'",
            "wal_compression = on",
            "random_page_cost = 1.1",
            "jit = off",
            // Never less safe than the default, whatever a template file says.
            "fsync = on",
            "full_page_writes = on",
            "synchronous_commit = on",
            // Times are stored as instants; a fixed zone makes every machine show the same.
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "lc_messages = 'C.UTF-8'",
            "log_line_prefix = '%m [%p] %u '",
            // Statements and the values of refused rows may hold personal data, which does not belong into a log.
            "log_min_error_statement = panic",
            "log_error_verbosity = terse",
        ]
        return "# Written at every start; changes here are lost.\n" + settings.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ value: String) -> String {
        "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}
