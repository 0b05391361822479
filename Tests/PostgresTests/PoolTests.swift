import Logging
import Postgres
import ServiceLifecycle
import Testing

struct PoolTests {
    @Test func `many callers share few connections and nobody waits for ever`() async throws {
        try await within(.seconds(30)) {
            try await TestServer.withPool(.init(maxConnections: 3)) { pool in
                let counts = try await withThrowingTaskGroup(of: Int.self, returning: [Int].self) { group in
                    for caller in 0..<40 {
                        group.addTask {
                            var sum = 0
                            for turn in 0..<25 { sum += try await pool.query("SELECT \(caller + turn)")[0].decode(as: Int.self) }
                            return sum - 25 * caller
                        }
                    }
                    var counts: [Int] = []
                    while let count = try await group.next() { counts.append(count) }
                    return counts
                }
                #expect(counts == Array(repeating: 300, count: 40))
                #expect(pool.load.connections <= 3)
            }
        }
    }

    @Test func `callers are served in the order in which they asked`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            let order = Order()
            try await withThrowingTaskGroup(of: Void.self, returning: Void.self) { group in
                try await pool.withConnection { connection in
                    try await TestServer.expectWorks(connection)
                    for number in 1...10 {
                        group.addTask { try await pool.withConnection { _ in await order.note(number) } }
                        for _ in 1...5000 where pool.load.waiting < number { try await Task.sleep(for: .milliseconds(2)) }
                    }
                }
                while try await group.next() != nil {}
            }
            #expect(await order.numbers == Array(1...10))
        }
    }

    private actor Order {
        var numbers: [Int] = []
        func note(_ number: Int) { numbers.append(number) }
    }

    @Test func `a caller who waited too long, or came too many, is told`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1, maxWaiters: 1, leaseTimeout: .milliseconds(200))) { pool in
            // To connect may take longer than these callers are to wait.
            while pool.load.idle == 0 { _ = try? await pool.query("SELECT 1") }
            try await pool.withConnection { _ in
                async let first: Rows = pool.query("SELECT 1")
                for _ in 1...5000 where pool.load.waiting == 0 { try await Task.sleep(for: .milliseconds(1)) }
                let second = await #expect(throws: PostgresError.self) { try await pool.query("SELECT 2") }
                #expect(second?.kind == .poolExhausted)
                do {
                    _ = try await first
                    Issue.record("there was no connection to be had")
                } catch let error as PostgresError {
                    #expect(error.kind == .poolExhausted)
                }
            }
            try await TestServer.expectWorks(pool)
        }
    }

    @Test func `a cancelled wait ends at once and takes no connection`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { _ in
                let task = Task { try await pool.query("SELECT 1") }
                for _ in 1...5000 where pool.load.waiting == 0 { try await Task.sleep(for: .milliseconds(1)) }
                task.cancel()
                let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
                #expect(error?.kind == .cancelled && pool.load.waiting == 0)
            }
            try await TestServer.expectWorks(pool)
        }
    }

    @Test func `shutdown waits for the block that runs and refuses everybody else`() async throws {
        try await within(.seconds(15)) {
            try await TestServer.withPool(.init(maxConnections: 2)) { pool in
                let (begun, began) = AsyncStream.makeStream(of: Void.self)
                let running = Task {
                    try await pool.withTransaction { transaction in
                        began.finish()
                        try await transaction.execute("SELECT pg_sleep(0.2)")
                        return try await transaction.query("SELECT 7")[0].decode(as: Int.self)
                    }
                }
                for await _ in begun {}
                await pool.shutdown()
                #expect(pool.load.connections == 0)
                let answer = try await running.value
                #expect(answer == 7)
                let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1") }
                #expect(error?.kind == .closed)
            }
        }
    }

    @Test func `as a service it ends when the group shuts down`() async throws {
        try await within(.seconds(15)) {
            let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let pool = PostgresPool(configuration: try TestServer.configuration(), logger: silent)
            let group = ServiceGroup(services: [pool], logger: silent)
            async let running: Void = group.run()
            try await TestServer.expectWorks(pool)
            await group.triggerGracefulShutdown()
            try await running
            #expect(pool.load.connections == 0)
        }
    }

    @Test func `nothing of a caller's context or settings of a transaction reaches the next caller`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            let setting: SQL = "SELECT coalesce(current_setting('incubator.account', true), '')"
            let inside = try await pool.withTransaction(context: ["incubator.account": "7"]) { transaction in
                try await transaction.query(setting)[0].decode(as: String.self)
            }
            #expect(inside == "7")
            #expect(try await pool.query(setting)[0].decode(as: String.self) == "")
            _ = try? await pool.query("SELECT 1 / 0", context: ["incubator.account": "8"])
            #expect(try await pool.query(setting)[0].decode(as: String.self) == "")
        }
    }

    @Test func `a transaction left open by hand is undone before the next caller`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            let table = TestServer.uniqueName()
            try await pool.withConnection { connection in
                try await connection.execute("BEGIN")
                try await connection.execute("CREATE TABLE \(identifier: table) (n bigint)")
            }
            #expect(try await pool.query("SELECT to_regclass(\(table)) IS NULL")[0].decode(as: Bool.self))
        }
    }

    @Test func `a pool that is forgotten closes its connections`() async throws {
        let application = TestServer.uniqueName("forgotten")
        do {
            var configuration = try TestServer.configuration()
            configuration.applicationName = application
            let pool = PostgresPool(configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            try await TestServer.expectWorks(pool)
        }
        try await TestServer.expectNoConnection(application)
    }
}
