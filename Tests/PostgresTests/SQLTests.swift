import SeededRandom
import Testing

@testable import Postgres

struct SQLTests {
    @Test func `a value never becomes text`() {
        let name = "x'; DROP TABLE organization; --"
        let sql: SQL = "SELECT \(name) WHERE a = \(5)"
        #expect(sql.text == "SELECT $1 WHERE a = $2")
        #expect(sql.argumentCount == 2)
        #expect(!String(describing: sql).contains("DROP"))
    }

    @Test func `an identifier is one name whatever it contains`() {
        let sql: SQL = "SELECT * FROM \(identifier: "a\"b; c")"
        #expect(sql.text == "SELECT * FROM \"a\"\"b; c\"")
    }

    @Test func `a fragment is numbered after what stands before it`() {
        let inner: SQL = "b = \(2) AND c = \(3)"
        let middle: SQL = "(\(fragment: inner) OR d = \(4))"
        let sql: SQL = "SELECT \(1) WHERE \(fragment: middle) AND e = \(5) AND \(fragment: inner)"
        #expect(sql.text == "SELECT $1 WHERE (b = $2 AND c = $3 OR d = $4) AND e = $5 AND b = $6 AND c = $7")
        #expect(sql.argumentCount == 7)
    }

    @Test func `a dollar sign in a fragment's own text is left alone`() {
        let inner: SQL = "a = '$1' AND b = \(2)"
        let sql: SQL = "SELECT \(1) WHERE \(fragment: inner)"
        #expect(sql.text == "SELECT $1 WHERE a = '$1' AND b = $2")
    }

    @Test(arguments: 1...50) func `places are numbered in order however statements are nested`(seed: UInt64) {
        var random = Seed(seed)
        var sql: SQL = "start"
        var expected = 0
        for _ in 0..<20 {
            switch Int.random(in: 0...2, using: &random) {
            case 0:
                sql = "\(fragment: sql), \(expected)"
                expected += 1
            case 1: sql = "(\(fragment: sql))"
            default:
                sql = "\(fragment: sql) + \(fragment: "f(\(1), \(2))")"
                expected += 2
            }
        }
        let numbers = sql.text.split(separator: "$").dropFirst().map { Int($0.prefix { $0.isNumber }) ?? 0 }
        #expect(numbers == Array(1...max(expected, 1)).prefix(expected).map(\.self))
        #expect(sql.places.count == expected)
    }

    @Test func `a context sets every name once, the last value given`() {
        var context: SessionContext = ["a.b": "1", "a.c": "2", "a.b": "3"]
        #expect(context["a.b"] == "3")
        #expect(context.statement?.text == "SELECT set_config($1, $2, true), set_config($3, $4, true)")
        context["a.b"] = nil
        context["a.c"] = nil
        #expect(context.isEmpty && context.statement == nil)
    }

    @Test func `a statement with a zero byte is refused before it is sent`() async throws {
        try await TestServer.withPool { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.query(SQL(trusted: "SELECT 1\0; DROP")) }
            #expect(error?.kind == .usage)
            try await TestServer.expectWorks(pool)
        }
    }

    @Test func `a zero byte in a bound text is refused by the server, and nothing else breaks`() async throws {
        try await TestServer.withPool { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT \("a\0b")") }
            #expect(error?.sqlState == .characterNotInRepertoire)
            try await TestServer.expectWorks(pool)
        }
    }

    @Test func `too many values are refused with advice`() async throws {
        try await TestServer.withPool { pool in
            var builder = SQL.StringInterpolation(literalCapacity: 0, interpolationCount: 65_536)
            builder.appendLiteral("SELECT 1")
            for number in 0..<65_536 {
                builder.appendLiteral(", ")
                builder.appendInterpolation(number)
            }
            let many = SQL(stringInterpolation: builder)
            let error = await #expect(throws: PostgresError.self) { try await pool.query(many) }
            #expect(error?.kind == .usage && error?.message.contains("65535") == true)
            try await TestServer.expectWorks(pool)
        }
    }
}
