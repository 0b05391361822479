import Foundation
import Logging
package import Postgres
import Store

/// A database of a test's own on the server that `scripts/test` started, made from a migrated template and dropped afterwards.
package enum TestDatabase {
    /// Runs a test with a pool on a fresh, migrated database. Waits while many others have one; `body` must not ask for a second one.
    ///
    /// - Throws: ``TestDatabaseMissing`` when no server was named.
    package static func run<Result: Sendable>(
        connections: Int = 4, _ body: (PostgresPool) async throws -> Result
    ) async throws -> Result {
        await Turnstile.shared.enter()
        do {
            let result = try await runAtOnce(connections: connections, body)
            await Turnstile.shared.leave()
            return result
        } catch {
            await Turnstile.shared.leave()
            throw error
        }
    }

    /// Runs a test with two pools on a fresh, migrated database: one of the service's role, which owns nothing and is held to every policy,
    /// and one of the superuser, to whom no policy applies.
    package static func runAsService<Result: Sendable>(
        connections: Int = 4, _ body: (_ service: PostgresPool, _ superuser: PostgresPool) async throws -> Result
    ) async throws -> Result {
        try await run(connections: connections) { superuser in
            let rows = try await superuser.query("SELECT current_database()::text")
            let name = try rows.map { try $0.decode(as: String.self) }.joined()
            return try await withPool(database: name, role: serviceRole, connections: connections) { try await body($0, superuser) }
        }
    }

    static let serviceRole = "incubator_service"

    private static func runAtOnce<Result: Sendable>(
        connections: Int, _ body: (PostgresPool) async throws -> Result
    ) async throws -> Result {
        let template = try await Template.shared.name()
        let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        _ = try await administer { try await $0.execute("CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template)") }
        do {
            let result = try await withPool(database: name, connections: connections, body)
            try await drop(name)
            return result
        } catch {
            try? await drop(name)
            throw error
        }
    }

    private static func drop(_ name: String) async throws {
        _ = try await administer { try await $0.execute("DROP DATABASE \(identifier: name) WITH (FORCE)") }
    }

    /// Runs something on the server's own database.
    static func administer<Result: Sendable>(_ body: (PostgresConnection) async throws -> Result) async throws -> Result {
        try await withPool(database: nil, connections: 1) { try await $0.withConnection(body) }
    }

    /// The connection string of a database on the test server.
    package static func connectionString(database: String?) throws -> String {
        guard let server = ProcessInfo.processInfo.environment["INCUBATOR_TEST_DATABASE_URL"] else { throw TestDatabaseMissing() }
        return server + (database.map { " dbname=\($0)" } ?? "")
    }

    static func withPool<Result: Sendable>(
        database: String?, role: String? = nil, connections: Int, _ body: (PostgresPool) async throws -> Result
    ) async throws -> Result {
        var options = PostgresPool.Options()
        options.maxConnections = connections
        let pool = PostgresPool(
            configuration: PostgresConfiguration(
                connectionString: try connectionString(database: database) + (role.map { " options='-c role=\($0)'" } ?? "")),
            options: options,
            logger: Logger(label: "test"))
        do {
            let result = try await body(pool)
            await pool.shutdown()
            return result
        } catch {
            await pool.shutdown()
            throw error
        }
    }
}

/// No server was named.
package struct TestDatabaseMissing: Error, CustomStringConvertible {
    package var description: String {
        "INCUBATOR_TEST_DATABASE_URL is not set: run the tests with scripts/test, which starts a database for them."
    }
}

/// The migrated database that others are copied from: made once for the run of a test process.
actor Template {
    static let shared = Template()
    private var making: Task<String, any Error>?

    func name() async throws -> String {
        let task = making ?? Task { try await Self.make() }
        making = task
        return try await task.value
    }

    /// The name holds a checksum of the migrations and of what is entered with them, so that a template of an older run serves as long as
    /// nothing changed.
    private static func make() async throws -> String {
        let migrations = try Migration.embedded()
        let mark = Migration(version: 0, name: "", text: migrations.map(\.checksum).joined() + EmbeddedCalendars.text).checksum.prefix(16)
        let name = "template_\(mark)"
        try await TestDatabase.administer { connection in
            _ = try await connection.query("SELECT pg_advisory_lock(7041)")
            if try await connection.query("SELECT FROM pg_roles WHERE rolname = \(TestDatabase.serviceRole)").isEmpty {
                try await connection.execute("CREATE ROLE \(identifier: TestDatabase.serviceRole) NOLOGIN")
            }
            if try await connection.query("SELECT FROM pg_database WHERE datname = \(name)").isEmpty {
                try await connection.execute("CREATE DATABASE \(identifier: name + "_new") TEMPLATE template0")
                _ = try await TestDatabase.withPool(database: name + "_new", connections: 1) {
                    _ = try await Migrator(pool: $0, migrations: migrations).migrate()
                    return try await $0.enterEmbeddedCalendars()
                }
                try await connection.execute("ALTER DATABASE \(identifier: name + "_new") RENAME TO \(identifier: name)")
            }
            _ = try await connection.query("SELECT pg_advisory_unlock(7041)")
        }
        return name
    }
}
