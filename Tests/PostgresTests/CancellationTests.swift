import Postgres
import SeededRandom
import Testing

struct CancellationTests {
    @Test func `a cancelled task stops its statement on the server, and the connection is used again`() async throws {
        try await within(.seconds(15)) {
            try await TestServer.withPool(.init(maxConnections: 1)) { pool in
                let process = try await pool.query("SELECT pg_backend_pid()")[0].decode(as: Int.self)
                for _ in 1...10 {
                    let task = Task { try await pool.query("SELECT pg_sleep(30)") }
                    try await TestServer.waitUntilBusy(process)
                    task.cancel()
                    let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
                    #expect(error?.kind == .cancelled && error?.sqlState == .queryCanceled)
                }
                #expect(try await pool.query("SELECT pg_backend_pid()")[0].decode(as: Int.self) == process)
            }
        }
    }

    @Test(arguments: 1...3) func `cancelling at any moment leaves a pool that works`(seed: UInt64) async throws {
        try await within(.seconds(60)) {
            try await TestServer.withPool(.init(maxConnections: 2)) { pool in
                var random = Seed(seed)
                for _ in 1...60 {
                    let pause = Duration.microseconds(Int.random(in: 0...1500, using: &random))
                    let task = Task {
                        try await pool.withTransaction { transaction in
                            try await transaction.execute("SELECT pg_sleep(0.0005)")
                            try await transaction.execute("SELECT pg_sleep(0.0005)")
                        }
                    }
                    try await Task.sleep(for: pause)
                    task.cancel()
                    _ = await task.result
                    try await TestServer.expectWorks(pool)
                }
                #expect(pool.load.idle == pool.load.connections)
            }
        }
    }

    @Test func `a cancelled transaction is undone, and a statement after the cancellation is not sent`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            let table = TestServer.uniqueName()
            try await pool.query("CREATE TABLE \(identifier: table) (n bigint)")
            let task = Task {
                try await pool.withTransaction { transaction in
                    try await transaction.execute("INSERT INTO \(identifier: table) VALUES (1)")
                    try? await Task.sleep(for: .seconds(10))
                    try await transaction.execute("INSERT INTO \(identifier: table) VALUES (2)")
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.kind == .cancelled)
            #expect(try await pool.query("SELECT count(*) FROM \(identifier: table)")[0].decode(as: Int.self) == 0)
            try await pool.query("DROP TABLE \(identifier: table)")
        }
    }

    @Test func `a deadline stops a statement and a transaction`() async throws {
        try await within(.seconds(15)) {
            try await TestServer.withPool(.init(maxConnections: 1)) { pool in
                let begin = ContinuousClock.now
                let query = await #expect(throws: PostgresError.self) {
                    try await pool.query("SELECT pg_sleep(30)", deadline: .milliseconds(100))
                }
                #expect(query?.kind == .deadline)
                let transaction = await #expect(throws: PostgresError.self) {
                    try await pool.withTransaction(deadline: .milliseconds(100)) { transaction in
                        let timeout = try await transaction.query("SELECT current_setting('statement_timeout')")[0].decode(as: String.self)
                        #expect(timeout.hasSuffix("ms"))
                        while true { try await transaction.execute("SELECT pg_sleep(0.01)") }
                    }
                }
                #expect(transaction?.kind == .deadline)
                #expect(ContinuousClock.now - begin < .seconds(5))
                try await TestServer.expectWorks(pool)
            }
        }
    }

    @Test func `a deadline also ends the wait for a connection`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { _ in
                let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1", deadline: .milliseconds(50)) }
                #expect(error?.kind == .deadline)
            }
        }
    }

    @Test func `timeouts of the configuration hold on every connection`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) {
            $0.statementTimeout = .milliseconds(400)
            $0.lockTimeout = .milliseconds(1500)
            $0.idleInTransactionTimeout = .seconds(7)
        } _: { pool in
            let row = try await pool.query(
                "SELECT current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout')")[0]
            #expect(try row.decode(as: String.self, String.self) == ("1500ms", "7s"))
            let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT pg_sleep(5)") }
            #expect(error?.kind == .server && error?.sqlState == .queryCanceled)
        }
    }

    @Test func `a lock that is not free in time is a typed error`() async throws {
        try await TestServer.withPool(.init(maxConnections: 2)) {
            $0.lockTimeout = .milliseconds(50)
        } _: { pool in
            let table = TestServer.uniqueName()
            try await pool.query("CREATE TABLE \(identifier: table) (n bigint)")
            try await pool.withTransaction { transaction in
                try await transaction.execute("LOCK TABLE \(identifier: table)")
                let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT * FROM \(identifier: table)") }
                #expect(error?.sqlState == .lockNotAvailable)
            }
            try await pool.query("DROP TABLE \(identifier: table)")
        }
    }
}
