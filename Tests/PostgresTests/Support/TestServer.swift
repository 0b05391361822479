import FoundationEssentials
import Logging
import Postgres
import Testing

/// The real server that the tests of this target use.
enum TestServer {
    /// - Throws: an error that says how to get a server, when there is none.
    static func connectionString() throws -> String {
        let value = ProcessInfo.processInfo.environment["INCUBATOR_TEST_DATABASE_URL"]
        return try #require(value, "These tests need a PostgreSQL server: run scripts/test, which starts one.")
    }

    static func configuration() throws -> PostgresConfiguration {
        PostgresConfiguration(connectionString: try connectionString())
    }

    /// A pool for the length of `body`, which fails the test when a connection is still out at the end.
    static func withPool<T: Sendable>(
        _ options: PostgresPool.Options = .init(maxConnections: 4),
        change: (inout PostgresConfiguration) throws -> Void = { _ in },
        _ body: (PostgresPool) async throws -> T
    ) async throws -> T {
        var configuration = try configuration()
        try change(&configuration)
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let pool = PostgresPool(configuration: configuration, options: options, logger: silent)
        do {
            let value = try await body(pool)
            await pool.shutdown()
            #expect(pool.load.connections == 0)
            return value
        } catch {
            await pool.shutdown()
            throw error
        }
    }

    /// A table name that no other test has.
    static func uniqueName(_ stem: String = "t") -> String {
        "\(stem)_\(UUID().uuidString.prefix(8).lowercased())"
    }
}
