import FoundationEssentials
import Glibc
import Postgres
import Testing

struct CopyTests {
    /// Resident memory of this process in bytes.
    private func memory() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    @Test func `a million rows go in and come back in constant memory`() async throws {
        let rows = 1_000_000
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TEMPORARY TABLE m (n bigint, t text)")
                let before = try memory()
                let count = try await connection.copyIn("COPY m FROM STDIN") { writer in
                    var text = CopyText()
                    for number in 0..<rows {
                        text.append(number)
                        text.append("a name")
                        text.endRow()
                        if text.count >= 1 << 16 { try await writer.write(text.take()) }
                    }
                    try await writer.write(text.take())
                }
                #expect(count == rows)
                var lines = 0
                for try await chunk in connection.copyOut("COPY m TO STDOUT") {
                    lines += chunk.count { $0 == UInt8(ascii: "\n") }
                }
                #expect(lines == rows)
                #expect(try memory() - before < 64 << 20, "memory grew with the number of rows")
            }
        }
    }

    @Test func `a slow reader holds the server back`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { connection in
                let before = try memory()
                var chunks = 0
                for try await _ in connection.copyOut("COPY (SELECT repeat('x', 100000) FROM generate_series(1, 3000)) TO STDOUT") {
                    chunks += 1
                    if chunks == 3 {
                        try await Task.sleep(for: .milliseconds(300))
                        #expect(try memory() - before < 32 << 20, "the answer was taken although nobody asked for it")
                        break
                    }
                }
                try await TestServer.expectWorks(connection)
            }
        }
    }

    @Test func `a refused row is named by its line, and its value is not in the error`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TEMPORARY TABLE r (n bigint)")
                let error = await #expect(throws: PostgresError.self) {
                    _ = try await connection.copyIn("COPY r FROM STDIN") { writer in
                        try await writer.write(Array("1\n2\nsecret\n4\n".utf8))
                    }
                }
                #expect(error?.copyLine == 3 && error?.sqlState == .invalidTextRepresentation)
                #expect(error.map { !"\($0)".contains("secret") } == true)
                #expect(error?.statement == "COPY r FROM STDIN")
                #expect(try await connection.query("SELECT count(*) FROM r")[0].decode(as: Int.self) == 0)
            }
        }
    }

    @Test func `the server's refusal reaches a sender that is still sending`() async throws {
        try await within(.seconds(20)) {
            try await TestServer.withPool(.init(maxConnections: 1)) { pool in
                try await pool.withConnection { connection in
                    try await connection.execute("CREATE TEMPORARY TABLE r (n bigint)")
                    let line = Array("1\n".utf8)
                    let chunk = Array(repeatElement(line, count: 50_000).joined())
                    let error = await #expect(throws: PostgresError.self) {
                        _ = try await connection.copyIn("COPY r FROM STDIN") { writer in
                            try await writer.write(Array("bad\n".utf8))
                            while true { try await writer.write(chunk) }
                        }
                    }
                    #expect(error?.copyLine == 1)
                    try await TestServer.expectWorks(connection)
                }
            }
        }
    }

    @Test func `a sender that gives up stores nothing and keeps its own error`() async throws {
        struct Stop: Error {}
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TEMPORARY TABLE r (n bigint)")
                await #expect(throws: Stop.self) {
                    _ = try await connection.copyIn("COPY r FROM STDIN") { writer in
                        try await writer.write(Array("1\n".utf8))
                        throw Stop()
                    }
                }
                #expect(try await connection.query("SELECT count(*) FROM r")[0].decode(as: Int.self) == 0)
            }
        }
    }

    @Test func `chunks of a sequence are sent one by one`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withTransaction { transaction in
                try await transaction.execute("CREATE TEMPORARY TABLE r (n bigint) ON COMMIT DROP")
                let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
                    for number in 1...100 { continuation.yield(Array("\(number)".utf8) + [10]) }
                    continuation.finish()
                }
                #expect(try await transaction.copyIn("COPY r FROM STDIN", from: chunks) == 100)
                #expect(try await transaction.query("SELECT sum(n)::bigint FROM r")[0].decode(as: Int.self) == 5050)
            }
        }
    }

    @Test func `a statement during a COPY is refused instead of waiting for ever`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TEMPORARY TABLE r (n bigint)")
                let error = await #expect(throws: PostgresError.self) {
                    _ = try await connection.copyIn("COPY r FROM STDIN") { _ in try await connection.query("SELECT 1") }
                }
                #expect(error?.kind == .usage)
                try await TestServer.expectWorks(connection)
            }
        }
    }

    @Test func `a cancelled COPY ends on both sides`() async throws {
        try await within(.seconds(20)) {
            try await TestServer.withPool(.init(maxConnections: 1)) { pool in
                let reading = Task {
                    try await pool.withConnection { connection in
                        for try await _ in connection.copyOut("COPY (SELECT pg_sleep(0.01) FROM generate_series(1, 100000)) TO STDOUT") {}
                    }
                }
                try await Task.sleep(for: .milliseconds(50))
                reading.cancel()
                let error = await #expect(throws: PostgresError.self) { try await reading.value }
                #expect(error?.kind == .cancelled)
                try await TestServer.expectWorks(pool)
            }
        }
    }

    @Test func `COPY where a query belongs, and the other way round, is a usage error`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            let query = await #expect(throws: PostgresError.self) { try await pool.query("COPY (SELECT 1) TO STDOUT") }
            #expect(query?.kind == .usage)
            let copy = await #expect(throws: PostgresError.self) {
                try await pool.withConnection { _ = try await $0.copyIn("SELECT 1") { _ in } }
            }
            #expect(copy?.kind == .usage)
            let script = await #expect(throws: PostgresError.self) {
                try await pool.withConnection { try await $0.executeScript("SELECT 1; COPY (SELECT 1) TO STDOUT") }
            }
            #expect(script?.kind == .usage)
            try await TestServer.expectWorks(pool)
        }
    }
}
