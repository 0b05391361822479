import FoundationEssentials
import Logging
import Postgres
import Testing

/// Broken weather: the server goes away, or its answer does.
struct BrokenConnectionTests {
    private func kill(_ process: Int32, _ pool: PostgresPool) async throws {
        #expect(try await pool.query("SELECT pg_terminate_backend(\(process))")[0].decode(as: Bool.self))
    }

    private static let ownProcess: SQL = "SELECT pg_backend_pid()"

    @Test func `a connection that the server ended while idle is replaced unnoticed`() async throws {
        try await TestServer.withPool { killer in
            try await TestServer.withPool(.init(maxConnections: 1)) { pool in
                for _ in 1...5 {
                    let process = try await pool.query(Self.ownProcess)[0].decode(as: Int32.self)
                    try await kill(process, killer)
                    for _ in 1...1000 where pool.load.idle > 0 { try await Task.sleep(for: .milliseconds(5)) }
                    #expect(try await pool.query(Self.ownProcess)[0].decode(as: Int32.self) != process)
                }
            }
        }
    }

    @Test func `a transaction whose connection was killed says so, and the next one works`() async throws {
        try await TestServer.withPool { killer in
            try await TestServer.withPool(.init(maxConnections: 1)) { pool in
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.withTransaction { transaction in
                        let process = try await transaction.query(Self.ownProcess)[0].decode(as: Int32.self)
                        try await kill(process, killer)
                        try await transaction.query("SELECT pg_sleep(5)")
                    }
                }
                #expect(error?.kind == .connectionLost)
                #expect(error?.sqlState == .adminShutdown)
                try await TestServer.expectWorks(pool)
            }
        }
    }

    @Test(arguments: [true, false])
    func `a lost answer to COMMIT is unknown, never tried again`(arrives: Bool) async throws {
        try await TestServer.withPool { direct in
            let table = TestServer.uniqueName()
            _ = try await direct.query("CREATE TABLE \(identifier: table) (n bigint)")
            let proxy = try CuttingProxy(server: TestServer.socketPath(), cutting: arrives ? .after : .before, at: "COMMIT\0")
            try await TestServer.withPool(.init(maxConnections: 1)) {
                $0.connectionString = try TestServer.connectionString(host: proxy.directory)
            } _: { pool in
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.withTransaction { try await $0.execute("INSERT INTO \(identifier: table) VALUES (1)") }
                }
                #expect(error?.kind == .commitUnknown)
                try await TestServer.expectWorks(pool)
            }
            let stored = try await direct.query("SELECT count(*) FROM \(identifier: table)")[0].decode(as: Int.self)
            #expect(stored == (arrives ? 1 : 0))
            _ = try await direct.query("DROP TABLE \(identifier: table)")
        }
    }

    @Test func `one round trip whose answer is lost is unknown when it may write and lost when it only reads`() async throws {
        for (access, kind) in [(Access.readWrite, PostgresError.Kind.commitUnknown), (.readOnly, .connectionLost)] {
            let proxy = try CuttingProxy(server: TestServer.socketPath(), cutting: .after, at: "COMMIT\0")
            try await TestServer.withPool(.init(maxConnections: 1)) {
                $0.connectionString = try TestServer.connectionString(host: proxy.directory)
            } _: { pool in
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.query("SELECT 1", context: ["incubator.account": "1"], access: access)
                }
                #expect(error?.kind == kind)
            }
        }
    }

    @Test func `context, statement and COMMIT leave in one piece`() async throws {
        // A proxy that drops whatever begins with BEGIN and holds COMMIT proves that both were in one message.
        let proxy = try CuttingProxy(server: TestServer.socketPath(), cutting: .before, at: "BEGIN")
        try await TestServer.withPool(.init(maxConnections: 1)) {
            $0.connectionString = try TestServer.connectionString(host: proxy.directory)
        } _: { pool in
            await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1", context: ["incubator.account": "1"]) }
            let piece = String(decoding: proxy.lastPiece, as: UTF8.self)
            #expect(piece.contains("set_config") && piece.contains("SELECT 1") && piece.contains("COMMIT"))
        }
    }

    @Test func `waiting callers are told when the server cannot be reached, and served when it is back`() async throws {
        let directory = "/tmp/\(TestServer.uniqueName("away"))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await within(.seconds(20)) {
            try await TestServer.withPool(.init(maxConnections: 2, leaseTimeout: .seconds(10))) {
                $0.connectionString = try TestServer.connectionString(host: directory)
            } _: { pool in
                let begin = ContinuousClock.now
                try await withThrowingTaskGroup(of: PostgresError.Kind?.self) { group in
                    for _ in 1...20 {
                        group.addTask {
                            do {
                                try await pool.query("SELECT 1")
                                return nil
                            } catch let error as PostgresError {
                                return error.kind
                            }
                        }
                    }
                    for try await kind in group { #expect(kind == .connectionFailed) }
                }
                #expect(ContinuousClock.now - begin < .seconds(5), "they were told late")
                try FileManager.default.createSymbolicLink(
                    atPath: "\(directory)/.s.PGSQL.5432", withDestinationPath: try TestServer.socketPath())
                try await TestServer.expectWorks(pool)
            }
        }
    }

    @Test func `a host that accepts and then says nothing is given up`() async throws {
        // Cutting at the first byte of the start-up message, without closing, is a server that never answers.
        let silent = try CuttingProxy(server: TestServer.socketPath(), cutting: .never, at: "user")
        let both = try TestServer.connectionString(host: "\(silent.directory),\(TestServer.socketDirectory())")
        try await TestServer.withPool(.init(maxConnections: 1)) {
            $0.connectionString = both
            $0.connectTimeout = .milliseconds(300)
        } _: { pool in
            try await TestServer.expectWorks(pool)
        }
        try await TestServer.withPool(.init(maxConnections: 1)) {
            $0.connectionString = try TestServer.connectionString(host: silent.directory)
            $0.connectTimeout = .milliseconds(100)
        } _: { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1") }
            #expect(error?.kind == .connectionFailed && error?.message.hasPrefix("no answer") == true)
        }
    }

    @Test func `the next host is tried when the first does not answer`() async throws {
        let rest = try TestServer.connectionString(host: "/nonexistent/socket/directory,\(TestServer.socketDirectory())")
        try await TestServer.withPool(.init(maxConnections: 1)) {
            $0.connectionString = rest
        } _: { pool in
            try await TestServer.expectWorks(pool)
        }
    }
}
