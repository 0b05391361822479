import Testing

@testable import Postgres

/// A transaction that several readings share, and settings that change inside a transaction. One after another: the server has a hundred connections for
/// all tests.
@Suite(.serialized) struct SharedReadingTests {
    private func expectSettings(_ transaction: PostgresTransaction, _ expected: [String]) async throws {
        let (a, b) = try await transaction.query("SELECT current_setting('test.a', true), current_setting('test.b', true)")[0]
            .decode(as: String?.self, String?.self)
        #expect([a ?? "", b ?? ""] == expected)
    }

    @Test func `each statement runs under the settings of its own handle, and nothing of another one's is left`() async throws {
        try await TestServer.withPool { pool in
            try await pool.withTransaction(context: ["test.a": "1"]) { transaction in
                try await expectSettings(transaction, ["1", ""])
                let other = transaction.under(["test.b": "2"])
                try await expectSettings(other, ["", "2"])
                try await expectSettings(transaction, ["1", ""])
                try await expectSettings(transaction.under([:]), ["", ""])
                try await expectSettings(other.under(["test.b": "3", "test.a": "4"]), ["4", "3"])
            }
            try await pool.withTransaction { try await expectSettings($0, ["", ""]) }
        }
    }

    @Test func `settings of a statement that was never sent are not taken for set`() async throws {
        try await TestServer.withPool { pool in
            try await pool.withTransaction(context: ["test.a": "1"]) { transaction in
                try await expectSettings(transaction, ["1", ""])
                let other = transaction.under(["test.a": "2"])
                await #expect(throws: PostgresError.self) { try await other.query(SQL(trusted: "SELECT 1\0")) }
                try await expectSettings(other, ["2", ""])
            }
        }
    }

    @Test func `a COPY runs under the settings of its handle`() async throws {
        try await TestServer.withPool { pool in
            try await pool.withTransaction(context: ["test.a": "1"]) { transaction in
                try await expectSettings(transaction, ["1", ""])
                var bytes: [UInt8] = []
                for try await chunk in transaction.under(["test.a": "2"]).copyOut("COPY (SELECT current_setting('test.a')) TO STDOUT") {
                    bytes += chunk
                }
                #expect(bytes == Array("2\n".utf8))
            }
        }
    }

    @Test func `one connection serves all readings until the end, of one moment, and only to read`() async throws {
        try await TestServer.withPool(.init(maxConnections: 2)) { pool in
            let table = TestServer.uniqueName()
            _ = try await pool.query("CREATE TABLE \(identifier: table) (n bigint)")
            let reading = SharedReading(pool)
            #expect(pool.load.connections == pool.load.idle)
            let first = try await reading.transaction(patience: .seconds(5))
            #expect(try await first.query("SELECT count(*) FROM \(identifier: table)")[0].decode(as: Int.self) == 0)
            _ = try await pool.query("INSERT INTO \(identifier: table) VALUES (1)")
            let second = try await reading.transaction(patience: .seconds(5))
            #expect(try await second.query("SELECT count(*) FROM \(identifier: table)")[0].decode(as: Int.self) == 0)
            let refusal = await #expect(throws: PostgresError.self) { try await second.execute("DELETE FROM \(identifier: table)") }
            #expect(refusal?.sqlState?.rawValue == "25006")
            await reading.end()
            #expect(pool.load.connections == pool.load.idle)
            // A later one sees what was written since; ended twice is ended once.
            let third = try await reading.transaction(patience: .seconds(5))
            #expect(try await third.query("SELECT count(*) FROM \(identifier: table)")[0].decode(as: Int.self) == 1)
            await reading.end()
            await reading.end()
            #expect(pool.load.connections == pool.load.idle)
            await #expect(throws: PostgresError.self) { try await third.query("SELECT 1") }
            _ = try await pool.query("DROP TABLE \(identifier: table)")
        }
    }

    @Test func `a reading that nothing was asked of takes no connection`() async throws {
        try await TestServer.withPool { pool in
            let reading = SharedReading(pool)
            await reading.end()
            #expect(pool.load.connections == 0)
        }
    }

    @Test func `two that ask for it at the same time get the same transaction`() async throws {
        try await TestServer.withPool { pool in
            let reading = SharedReading(pool)
            let processes = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...8 {
                    group.addTask {
                        try await reading.transaction(patience: .seconds(5)).query("SELECT pg_backend_pid()::bigint")[0].decode(
                            as: Int.self)
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(processes.count == 1)
            await reading.end()
            // A connection that was asked for meanwhile may still be on its way.
            for _ in 1...500 where pool.load.connections != pool.load.idle { try await Task.sleep(for: .milliseconds(10)) }
            #expect(pool.load.connections == pool.load.idle)
        }
    }

    @Test func `what is bound as a number or a day can be written out, and nothing else`() async throws {
        let part: SQL = "b = \(number: -7)"
        let sql: SQL = "SELECT a WHERE \(fragment: part) AND c < \(date: PostgresDate(daysSince2000: 3)) OR \(fragment: part)"
        #expect(sql.text == "SELECT a WHERE b = $1 AND c < $2 OR b = $3")
        #expect(sql.argumentCount == 3)
        #expect(sql.writtenOut?.text == "SELECT a WHERE b = -7 AND c < (DATE '2000-01-01' + 3) OR b = -7")
        #expect(sql.writtenOut?.argumentCount == 0)
        #expect(("SELECT \(1)" as SQL).writtenOut == nil)
    }

    @Test func `rows of an answer are read as those of a binary COPY`() async throws {
        let sql: SQL =
            "SELECT 5::bigint, NULL::integer, '甲'::text, true, DATE '2000-01-02', 0.5::float8 UNION ALL SELECT 6, 7, '', false, NULL, 1"
        typealias Found = [String]
        func read(_ fields: inout BinaryFields) throws(PostgresError) -> Found {
            [
                "\(try fields.int64())", "\(String(describing: try fields.optionalInt32()))", try fields.text(), "\(try fields.bool())",
                "\(String(describing: try fields.optionalDate()?.daysSince2000))", "\(try fields.double())",
            ]
        }
        try await TestServer.withPool { pool in
            try await pool.withTransaction { transaction in
                var answered: [Found] = []
                try await transaction.query(sql).read(columns: 6) { fields throws(PostgresError) in answered.append(try read(&fields)) }
                var copied: [Found] = []
                try await transaction.copyRows("COPY (\(fragment: sql)) TO STDOUT (FORMAT binary)", columns: 6) {
                    fields throws(PostgresError) in
                    copied.append(try read(&fields))
                }
                #expect(answered.count == 2)
                #expect(answered == copied)
                let rows = try await transaction.query(sql)
                #expect(throws: PostgresError.self) { try rows.read(columns: 5) { fields throws(PostgresError) in _ = try fields.int64() } }
            }
        }
    }
}
