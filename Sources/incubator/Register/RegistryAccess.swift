import EmbeddedDatabase
import Foundation
import Logging
import Postgres
import Store
import Values
import Workflow

/// How commands come to the register.
enum RegistryAccess {
    /// Lends the register as the service sees it.
    static func withRegistry<Result>(_ body: (Registry) async throws -> Result) async throws -> Result {
        try await withPool(as: .service) { pool in
            try await body(Registry(pool: pool, folding: .standard, people: .inFiles(), now: { Instant.now }))
        }
    }

    /// Lends connections to the register's database: that of `DATABASE_URL`, or the private one, which is started when it does not run
    /// and goes on running afterwards.
    static func withPool<Result>(as role: DatabaseRole, _ body: (PostgresPool) async throws -> Result) async throws -> Result {
        Interruption.arm()
        let logger = Logger(label: "incubator") { _ in TerminalLog() }
        var limits = PostgresPool.Options()
        limits.maxConnections = 4
        let pool = PostgresPool(
            configuration: PostgresConfiguration(connectionString: try await address(for: role)), options: limits, logger: logger)
        do {
            let result = try await body(pool)
            await pool.shutdown()
            return result
        } catch {
            await pool.shutdown()
            throw error
        }
    }

    private static func address(for role: DatabaseRole) async throws -> String {
        if let given = DatabaseSettings.url { return given }
        let connections = try await DatabaseSettings.embedded().start { Terminal.complain($0.words) }
        return role == .owner ? connections.ownerURL : connections.serviceURL
    }
}

/// As whom a command logs in to the private database.
enum DatabaseRole {
    /// Works on records; owns nothing.
    case service
    /// Changes the structure.
    case owner
}

extension Instant {
    /// The machine's clock.
    static var now: Instant {
        Instant(microsecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
}
