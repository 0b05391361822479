import Postgres
import Testing

struct QueryTests {
    @Test func `a value becomes a place and comes back`() async throws {
        try await TestServer.withPool { pool in
            let rows = try await pool.query("SELECT \(42), \("it's"), \(nil as String?)")
            let (number, text, missing) = try #require(rows.first).decode(as: Int.self, String.self, String?.self)
            #expect(number == 42)
            #expect(text == "it's")
            #expect(missing == nil)
        }
    }

    @Test func `context and statement travel as one transaction`() async throws {
        try await TestServer.withPool { pool in
            let rows = try await pool.query(
                "SELECT current_setting('incubator.account'), now() = statement_timestamp()", context: ["incubator.account": "7"])
            #expect(try rows[0].decode(as: String.self, Bool.self).0 == "7")
            let after = try await pool.query("SELECT coalesce(current_setting('incubator.account', true), '')")
            #expect(try after[0].decode(as: String.self) == "")
        }
    }

    @Test func `a transaction is stored when its block returns and undone when it throws`() async throws {
        struct Stop: Error {}
        try await TestServer.withPool { pool in
            let table = TestServer.uniqueName()
            _ = try await pool.query("CREATE TABLE \(identifier: table) (n bigint)")
            try await pool.withTransaction { transaction in
                try await transaction.execute("INSERT INTO \(identifier: table) VALUES (\(1))")
            }
            await #expect(throws: Stop.self) {
                try await pool.withTransaction { transaction in
                    try await transaction.execute("INSERT INTO \(identifier: table) VALUES (\(2))")
                    throw Stop()
                }
            }
            #expect(try await pool.query("SELECT n FROM \(identifier: table)").decode(as: Int.self) == [1])
            _ = try await pool.query("DROP TABLE \(identifier: table)")
        }
    }

    @Test func `rows go in and out by COPY`() async throws {
        try await TestServer.withPool { pool in
            try await pool.withConnection { connection in
                try await connection.executeScript("CREATE TEMPORARY TABLE c (n bigint, t text); CREATE INDEX ON c (n);")
                let count = try await connection.copyIn("COPY c FROM STDIN") { writer in
                    var text = CopyText()
                    text.append(1)
                    text.append("a\tb\\c\nd")
                    text.endRow()
                    text.append(2)
                    text.append(nil as String?)
                    text.endRow()
                    try await writer.write(text.take())
                }
                #expect(count == 2)
                var bytes: [UInt8] = []
                for try await chunk in connection.copyOut("COPY c TO STDOUT") { bytes += chunk }
                #expect(String(decoding: bytes, as: UTF8.self) == "1\ta\\tb\\\\c\\nd\n2\t\\N\n")
                #expect(try await connection.query("SELECT t FROM c ORDER BY n").decode(as: String?.self) == ["a\tb\\c\nd", nil])
            }
        }
    }
}
