import CLibpq
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

    /// The directory of the server's unix socket.
    static func socketDirectory() throws -> String {
        let pieces = try options()
        return try #require(pieces["host"], "the tests need a server on a unix socket")
    }

    static func socketPath() throws -> String {
        "\(try socketDirectory())/.s.PGSQL.\(try options()["port"] ?? "5432")"
    }

    /// The server's connection string with another host, and the port that goes with a socket there.
    static func connectionString(host: String, port: String = "5432") throws -> String {
        var pieces = try options()
        pieces["host"] = host
        pieces["port"] = host == (try socketDirectory()) ? pieces["port"] : port
        return pieces.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    }

    private static func options() throws -> [String: String] {
        let list = try #require(PQconninfoParse(try connectionString(), nil))
        defer { PQconninfoFree(list) }
        var values: [String: String] = [:]
        var option = list
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
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

    /// Waits until a server process sleeps in `pg_sleep`.
    static func waitUntilBusy(_ process: Int) async throws {
        try await withPool(.init(maxConnections: 1)) { pool in
            for _ in 1...500 {
                let rows = try await pool.query("SELECT 1 FROM pg_stat_activity WHERE pid = \(process) AND wait_event = 'PgSleep'")
                if !rows.isEmpty { return }
                try await Task.sleep(for: .milliseconds(5))
            }
            Issue.record("the statement did not begin")
        }
    }

    static func expectWorks(_ pool: PostgresPool) async throws {
        let rows = try await pool.query("SELECT 1").decode(as: Int.self)
        #expect(rows == [1])
    }

    static func expectWorks(_ connection: some PostgresStatements) async throws {
        let rows = try await connection.query("SELECT 1").decode(as: Int.self)
        #expect(rows == [1])
    }

    /// Fails the test when a connection of this application stays on the server.
    static func expectNoConnection(_ application: String, _ label: String = "") async throws {
        try await withPool(.init(maxConnections: 1)) { pool in
            var left = 1
            for _ in 1...200 where left > 0 {
                left = try await pool.query("SELECT count(*) FROM pg_stat_activity WHERE application_name = \(application)")[0]
                    .decode(as: Int.self)
                if left > 0 { try await Task.sleep(for: .milliseconds(10)) }
            }
            #expect(left == 0, "\(label): connections are left on the server")
        }
    }

    /// A table name that no other test has.
    static func uniqueName(_ stem: String = "t") -> String {
        "\(stem)_\(UUID().uuidString.prefix(8).lowercased())"
    }
}
