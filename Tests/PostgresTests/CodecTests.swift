import FoundationEssentials
import Postgres
import SeededRandom
import Testing

/// Every codec goes to the server and back, as a value, as NULL and in an array with NULLs.
struct CodecTests {
    private enum Stage: String, PostgresCodable, CaseIterable {
        case admitted, incubating, exited
    }

    private struct Number: RawRepresentable, Hashable, PostgresCodable {
        var rawValue: Int
    }

    private func roundTrip<Value: PostgresCodable & Equatable>(_ values: [Value], as type: String, _ pool: PostgresPool) async throws {
        let holes: [Value?] = values.flatMap { [$0, nil] }
        for (value, next) in zip(values, values.dropFirst() + values.prefix(1)) {
            let rows = try await pool.query(
                """
                SELECT \(value)::\(fragment: SQL(trusted: type)), \(nil as Value?)::\(fragment: SQL(trusted: type)),
                    \([value, next])::\(fragment: SQL(trusted: type))[], \([] as [Value])::\(fragment: SQL(trusted: type))[]
                """
            )
            let (one, missing, both, none) = try rows[0].decode(as: Value.self, Value?.self, [Value].self, [Value].self)
            #expect(one == value && missing == nil && both == [value, next] && none.isEmpty, "\(type)")
        }
        let rows = try await pool.query("SELECT \(holes)::\(fragment: SQL(trusted: type))[]")
        #expect(try rows[0].decode(as: [Value?].self) == holes, "\(type)")
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `every codec brings back what it took`(seed: UInt64) async throws {
        var random = Seed(seed)
        let integers = (0..<10).map { _ in Int64(bitPattern: random.next()) } + [0, -1, .max, .min]
        let texts = ["", "a", "社会组织", "\u{0}1".replacing("\u{0}", with: "\u{1}"), "e\u{301}", "👩‍👩‍👧", String(repeating: "x", count: 100_000)]
        let doubles = integers.map { Double(bitPattern: UInt64(bitPattern: $0)) }.filter { !$0.isNaN } + [0, -0.0, .infinity, .pi]
        let bytes = (0..<5).map { count in (0..<(count * 77)).map { _ in UInt8.random(in: 0...255, using: &random) } }
        let uuids = (0..<5).map { _ in UUID() }
        try await TestServer.withPool { pool in
            try await roundTrip([true, false], as: "boolean", pool)
            try await roundTrip(integers.map { Int16(truncatingIfNeeded: $0) }, as: "smallint", pool)
            try await roundTrip(integers.map { Int32(truncatingIfNeeded: $0) }, as: "integer", pool)
            try await roundTrip(integers, as: "bigint", pool)
            try await roundTrip(integers.map { Int($0) }, as: "bigint", pool)
            try await roundTrip(doubles, as: "double precision", pool)
            try await roundTrip(texts, as: "text", pool)
            try await roundTrip(uuids, as: "uuid", pool)
            try await roundTrip(Stage.allCases, as: "text", pool)
            try await roundTrip(integers.map { Number(rawValue: Int($0)) }, as: "bigint", pool)
            let days = integers.map { PostgresDate(daysSince2000: Int32(truncatingIfNeeded: $0 % 2_000_000)) }
            try await roundTrip(days, as: "date", pool)
            let instants = integers.map { PostgresTimestamp(microsecondsSince2000: $0 % 200_000_000_000_000_000) }
            try await roundTrip(instants, as: "timestamptz", pool)
            try await roundTrip([JSON(text: #"{"a": [1, null, "ü"]}"#), JSON(text: "[]")], as: "jsonb", pool)
            for value in bytes {
                let rows = try await pool.query("SELECT \(value), \(nil as [UInt8]?)::bytea, \(bytes.map(Optional.some) + [nil])::bytea[]")
                let (one, missing) = (try rows[0].cell(0), try rows[0].cell(1))
                #expect(try [UInt8].decode(one) == value && missing.isNull)
            }
        }
    }

    @Test func `the server agrees on what the bytes mean`() async throws {
        try await TestServer.withPool { pool in
            let rows = try await pool.query(
                """
                SELECT \(PostgresDate(daysSince2000: 59))::text, \(PostgresTimestamp(microsecondsSince2000: 1))::timestamptz AT TIME ZONE 'UTC'
                    = '2000-01-01 00:00:00.000001', \(-1.5)::text, \([1, 2] as [Int32])::text, \([UInt8]([0, 255]))::text, \(JSON(text: "[1]"))->>0
                """
            )
            let answer = try rows[0].decode(as: String.self, Bool.self, String.self, String.self, String.self, String.self)
            #expect(answer == ("2000-02-29", true, "-1.5", "{1,2}", "\\x00ff", "1"))
        }
    }

    @Test func `a narrower column is widened, a wider one only while the value fits`() async throws {
        try await TestServer.withPool { pool in
            let row = try await pool.query("SELECT 7::smallint, 7::bigint, 40000, 1.5::real")[0]
            #expect(try Int.decode(row.cell(0)) == 7)
            #expect(try Int16.decode(row.cell(1)) == 7)
            #expect(try Double.decode(row.cell(3)) == 1.5)
            let error = #expect(throws: PostgresError.self) { try Int16.decode(row.cell(2)) }
            #expect(error?.message.contains("does not fit") == true)
        }
    }

    @Test func `a decoding error names column, types and place, and not the value`() async throws {
        try await TestServer.withPool { pool in
            let row = try await pool.query("SELECT \("secret") AS title, NULL::text AS note")[0]
            let wrong = #expect(throws: PostgresError.self) { try row.decode(as: Int.self, String?.self) }
            #expect(wrong?.kind == .decoding && wrong?.column == "title")
            #expect(wrong?.message == "column \"title\" (1) of row 1, text, cannot be read as Int: it is no whole number")
            #expect(wrong?.place?.fileID == "PostgresTests/CodecTests.swift")
            #expect(wrong.map { !"\($0)".contains("secret") } == true)
            let null = #expect(throws: PostgresError.self) { try row.decode(as: String.self, String.self) }
            #expect(null?.column == "note" && null?.message.contains("Optional") == true)
            let count = #expect(throws: PostgresError.self) { try row.decode(as: String.self) }
            #expect(count?.message == "the answer has 2 columns, 1 were asked for")
            #expect(throws: PostgresError.self) { try row.cell(2) }
            #expect(throws: PostgresError.self) { try row.cell(-1) }
        }
    }

    @Test func `an unknown raw value and a two-dimensional array are refused`() async throws {
        try await TestServer.withPool { pool in
            let row = try await pool.query("SELECT 'asleep', ARRAY[[1, 2], [3, 4]], 1::numeric, now()::timestamp")[0]
            #expect(throws: PostgresError.self) { try Stage.decode(row.cell(0)) }
            #expect(throws: PostgresError.self) { try [Int].decode(row.cell(1)) }
            #expect(throws: PostgresError.self) { try Double.decode(row.cell(2)) }
            #expect(throws: PostgresError.self) { try PostgresTimestamp.decode(row.cell(3)) }
        }
    }

    @Test func `ten thousand rows arrive whole and in order`() async throws {
        try await TestServer.withPool { pool in
            let rows = try await pool.query("SELECT n, 'row ' || n, NULLIF(n % 3, 0) FROM generate_series(1, 10000) n ORDER BY n")
            #expect(rows.count == 10_000 && rows.affected == 10_000)
            for (index, row) in rows.enumerated() {
                let (number, text, rest) = try row.decode(as: Int.self, String.self, Int?.self)
                try #require(number == index + 1 && text == "row \(number)" && rest ?? 0 == number % 3)
            }
        }
    }
}
