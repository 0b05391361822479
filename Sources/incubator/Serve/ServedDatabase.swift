import EmbeddedDatabase
import Logging
import Postgres
import Store
import Workflow

/// The database that the service uses: the one that `DATABASE_URL` names, else the register's own, started and brought up to date.
struct ServedDatabase {
    let directory: String?

    /// How the service connects.
    ///
    /// - Throws: `EmbeddedDatabaseError`, or the error of a migration that failed.
    func connectionString() async throws -> String {
        // A folder named on the command line is meant, whatever the environment says. A database of somebody else's is not migrated
        // unasked; the service then says that it is not ready, and why.
        if directory == nil, let url = DatabaseSettings.url { return url }
        let connections = try await DatabaseSettings.embedded(directory: directory).start { Terminal.complain($0.words) }
        try await migrate(connections.ownerURL)
        return connections.serviceURL
    }

    private func migrate(_ owner: String) async throws {
        let pool = PostgresPool(
            configuration: PostgresConfiguration(connectionString: owner), logger: Logger(label: "incubator") { _ in TerminalLog() })
        do {
            _ = try await Migrator(pool: pool, migrations: try Migration.embedded()).migrate()
            _ = try await pool.enterEmbeddedCalendars()
            try await SealStoredPeople(pool: pool, people: .inFiles(directory: directory))()
            await pool.shutdown()
        } catch {
            await pool.shutdown()
            throw error
        }
    }
}
