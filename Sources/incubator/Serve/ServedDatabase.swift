import EmbeddedDatabase
import Foundation
import Logging
import Postgres
import Store

/// The database that the service uses: the one that `DATABASE_URL` names, else the register's own, started and brought up to date.
struct ServedDatabase {
    let directory: String?

    /// How the service connects.
    ///
    /// - Throws: `EmbeddedDatabaseError`, or the error of a migration that failed.
    func connectionString() async throws -> String {
        let environment = ProcessInfo.processInfo.environment
        // A folder named on the command line is meant, whatever the environment says. A database of somebody else's is not migrated
        // unasked; the service then says that it is not ready, and why.
        if directory == nil, let url = environment["DATABASE_URL"], !url.isEmpty { return url }
        let named = environment["INCUBATOR_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        let connections = try await EmbeddedDatabase(directory: directory ?? named ?? ".local/database").start {
            Terminal.complain($0.words)
        }
        try await migrate(connections.ownerURL)
        return connections.serviceURL
    }

    private func migrate(_ owner: String) async throws {
        let pool = PostgresPool(
            configuration: PostgresConfiguration(connectionString: owner),
            logger: Logger(label: "migrations") { _ in SwiftLogNoOpLogHandler() })
        do {
            _ = try await Migrator(pool: pool, migrations: try Migration.embedded()).migrate()
            await pool.shutdown()
        } catch {
            await pool.shutdown()
            throw error
        }
    }
}
