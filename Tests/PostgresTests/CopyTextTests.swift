import FoundationEssentials
import Postgres
import SeededRandom
import Testing

struct CopyTextTests {
    @Test(arguments: 1...3) func `whatever is written comes back from the server`(seed: UInt64) async throws {
        var random = Seed(seed)
        let alphabet: [Character] = ["a", "\t", "\n", "\r", "\\", "\u{8}", "\u{b}", "\u{c}", "\"", "N", ".", "社", "é", "👩‍👧"]
        let texts: [String?] = (0..<300).map { index in
            if index % 7 == 0 { return nil }
            let length = Int.random(in: 0...12, using: &random)
            return String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "x" })
        }
        var numbers = texts.map { _ in Int64(bitPattern: random.next()) }
        numbers[0] = .min
        numbers[1] = .max
        let doubles = numbers.map { Double(bitPattern: UInt64(bitPattern: $0)) }.map { $0.isNaN ? .infinity : $0 }
        var text = CopyText()
        for index in texts.indices {
            text.append(numbers[index])
            text.append(texts[index])
            text.append(doubles[index])
            text.append(index % 2 == 0)
            text.append(bytea: Array((texts[index] ?? "").utf8))
            text.endRow()
        }
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { connection in
                try await connection.execute(
                    "CREATE TEMPORARY TABLE w (i serial, n bigint, t text, d double precision, b boolean, y bytea)"
                )
                let count = try await connection.copyIn("COPY w (n, t, d, b, y) FROM STDIN") { try await $0.write(text.take()) }
                #expect(count == texts.count)
                let rows = try await connection.query("SELECT n, t, d, b, y FROM w ORDER BY i")
                for (index, row) in rows.enumerated() {
                    let (number, string, double, flag, bytes) = try row.decode(
                        as: Int64.self, String?.self, Double.self, Bool.self, [UInt8].self)
                    try #require(number == numbers[index] && string == texts[index] && double == doubles[index])
                    try #require(flag == (index % 2 == 0) && bytes == Array((texts[index] ?? "").utf8))
                }
            }
        }
    }

    @Test func `fields and rows are parted as the format says`() {
        var text = CopyText()
        text.append(-5)
        text.append(nil as Int?)
        text.append("")
        text.append(utf8: Array("x\ty".utf8)[1...])
        text.endRow()
        text.appendNull()
        text.endRow()
        #expect(String(decoding: text.take(), as: UTF8.self) == "-5\t\\N\t\t\\ty\n\\N\n")
        #expect(text.count == 0)
    }
}
