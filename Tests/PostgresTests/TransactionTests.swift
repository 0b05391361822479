import Postgres
import Testing

struct TransactionTests {
    @Test func `a transaction whose failure the block swallowed is not taken for stored`() async throws {
        try await TestServer.withPool { pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { transaction in
                    _ = try? await transaction.query("SELECT 1 / \(0)")
                }
            }
            #expect(error?.sqlState?.rawValue == "22012")
        }
    }

    @Test func `two transactions that conflict are both stored, one at its second attempt`() async throws {
        try await TestServer.withPool { pool in
            let table = TestServer.uniqueName()
            _ = try await pool.query("CREATE TABLE \(identifier: table) (n bigint)")
            let attempts = Counter()
            let meeting = Meeting(2)
            try await withThrowingTaskGroup(of: Void.self, returning: Void.self) { group in
                for _ in 1...2 {
                    group.addTask {
                        try await pool.withTransaction(isolation: .serializable) { transaction in
                            let count = try await transaction.query("SELECT count(*) FROM \(identifier: table)")[0].decode(as: Int.self)
                            attempts.next()
                            await meeting.arrive()
                            try await transaction.execute("INSERT INTO \(identifier: table) VALUES (\(count))")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(attempts.count > 2)
            #expect(try await pool.query("SELECT n FROM \(identifier: table) ORDER BY n").decode(as: Int.self) == [0, 1])
            _ = try await pool.query("DROP TABLE \(identifier: table)")
        }
    }

    @Test func `a conflict is tried again only as often as allowed`() async throws {
        try await TestServer.withPool { pool in
            let attempts = Counter()
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction(retries: 2) { transaction in
                    attempts.next()
                    try await transaction.execute("DO $$ BEGIN RAISE 'conflict' USING ERRCODE = '40001'; END $$")
                }
            }
            #expect(error?.sqlState == .serializationFailure)
            #expect(attempts.count == 3)
        }
    }

    @Test func `a block that hides a conflict behind its own error is tried again`() async throws {
        struct Hidden: Error {}
        try await TestServer.withPool { pool in
            let attempts = Counter()
            let value = try await pool.withTransaction { transaction in
                guard attempts.next() == 1 else { return "stored" }
                do {
                    try await transaction.execute("DO $$ BEGIN RAISE 'conflict' USING ERRCODE = '40P01'; END $$")
                } catch {
                    throw Hidden()
                }
                return "never"
            }
            #expect(value == "stored")
            #expect(attempts.count == 2)
        }
    }

    @Test(arguments: 1...6)
    func `a transaction gets its isolation however full the store of prepared statements is`(capacity: Int) async throws {
        try await TestServer.withPool(.init(maxConnections: 1), change: { $0.preparedStatements = capacity }) { pool in
            for round in 0..<20 {
                for number in 0..<(2 * (round % (capacity + 2))) { _ = try await pool.query(SQL(trusted: "SELECT \(number / 2)")) }
                for _ in 1...2 {
                    let mode = try await pool.withTransaction(isolation: .repeatableRead, access: .readOnly) {
                        try await $0.query("SELECT current_setting('transaction_isolation')")[0].decode(as: String.self)
                    }
                    #expect(mode == "repeatable read")
                }
            }
        }
    }

    @Test func `isolation and access are the transaction's own`() async throws {
        try await TestServer.withPool { pool in
            let mode = try await pool.withTransaction(isolation: .repeatableRead, access: .readOnly) {
                try await $0.query("SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')")[0]
                    .decode(as: String.self, String.self)
            }
            #expect(mode == ("repeatable read", "on"))
            let error = await #expect(throws: PostgresError.self) {
                try await pool.query("CREATE TABLE never (n bigint)", access: .readOnly)
            }
            #expect(error?.sqlState == .readOnlyTransaction)
        }
    }

    @Test func `a connection used after its block refuses`() async throws {
        try await TestServer.withPool { pool in
            let kept = try await pool.withTransaction { $0 }
            let error = await #expect(throws: PostgresError.self) { try await kept.query("SELECT 1") }
            #expect(error?.kind == .usage)
            let line: UInt = #line - 2
            #expect(error?.place?.description == "PostgresTests/TransactionTests.swift:\(line)")
        }
    }

    @Test func `a statement that ends the transaction is found out`() async throws {
        try await TestServer.withPool { pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { transaction in
                    try await transaction.execute("SELECT 1")
                    try await transaction.execute("COMMIT")
                    try await transaction.execute("SELECT 2")
                }
            }
            #expect(error?.kind == .usage)
        }
    }

    @Test func `statements sent at the same time are done one after another`() async throws {
        try await TestServer.withPool { pool in
            let sum = try await pool.withTransaction { transaction in
                try await withThrowingTaskGroup(of: Int.self, returning: Int.self) { group in
                    for number in 1...50 {
                        group.addTask { try await transaction.query("SELECT \(number)")[0].decode(as: Int.self) }
                    }
                    var sum = 0
                    while let number = try await group.next() { sum += number }
                    return sum
                }
            }
            #expect(sum == 1275)
        }
    }

    @Test func `a plan that a change of the table spoilt is replaced without notice`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            let table = TestServer.uniqueName()
            _ = try await pool.query("CREATE TABLE \(identifier: table) (n bigint)")
            _ = try await pool.query("INSERT INTO \(identifier: table) VALUES (1)")
            let select: SQL = "SELECT * FROM \(identifier: table)"
            let ways: [@Sendable () async throws -> Int] = [
                { try await pool.query(select)[0].count },
                { try await pool.query(select, context: ["incubator.x": "1"])[0].count },
                { try await pool.withTransaction { try await $0.query(select)[0].count } },
            ]
            for (number, columns) in ways.enumerated() {
                for _ in 1...3 { try await pool.query(select) }
                try await pool.query("ALTER TABLE \(identifier: table) ADD COLUMN \(identifier: "t\(number)") text")
                let count = try await columns()
                #expect(count == number + 2)
            }
            _ = try await pool.query("DROP TABLE \(identifier: table)")
        }
    }
}

/// Lets the first `count` arrivals go on together; later ones pass at once.
actor Meeting {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        missing = count
    }

    func arrive() async {
        missing -= 1
        guard missing > 0 else {
            waiting.forEach { $0.resume() }
            waiting = []
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }
}
