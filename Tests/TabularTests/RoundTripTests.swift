import SeededRandom
import Testing

@testable import Tabular

struct RoundTripTests {
    /// What a random cell is made of; the empty piece makes short cells likely.
    private static let pieces = ["", "a", "7", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "'", "=", "名", "称€", "𠮷", "é", "。", "-1.5"]

    private static func table(_ random: inout Seed) -> [[String]] {
        let columns = Int.random(in: 1...6, using: &random)
        var table = [(0..<columns).map { "列\($0)" }]
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            table.append(
                (0..<columns).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                })
        }
        return table
    }

    private static func bytes(of table: [[String]], _ random: inout Seed) throws -> (bytes: [UInt8], options: CSVOptions) {
        var options = CSVWriter.Options()
        options.neutralizesFormulas = false
        options.carriageReturns = Bool.random(using: &random)
        options.delimiter = CSVOptions.delimiters.randomElement(using: &random) ?? UInt8(ascii: ",")
        let isGB18030 = Bool.random(using: &random)
        options.byteOrderMark = !isGB18030 && Bool.random(using: &random)
        var writer = CSVWriter(options: options)
        for row in table { writer.write(row) }
        var bytes = writer.takeBytes()
        if isGB18030 { bytes = try gb18030(String(decoding: bytes, as: UTF8.self)) }
        // The encoding is stated: what finds it out is tested by itself.
        return (bytes, CSVOptions(encoding: isGB18030 ? .gb18030 : .utf8, delimiter: options.delimiter))
    }

    @Test(arguments: 0..<40)
    func `what the writer wrote is read back, in chunks of any size and either encoding`(seed: UInt64) throws {
        var random = Seed(seed)
        for _ in 0..<50 {
            let table = Self.table(&random)
            let (bytes, options) = try Self.bytes(of: table, &random)
            let chunks = (0..<4).map { _ in Int.random(in: 1...20, using: &random) }
            let reading = Reading(bytes, options: options, chunks: chunks)
            #expect(reading.refusal == nil)
            #expect(reading.findings.isEmpty)
            #expect(reading.header == table[0])
            #expect(reading.rows == Array(table.dropFirst()), "seed \(seed)")
        }
    }

    @Test(arguments: 0..<20)
    func `reading can be taken up again behind every record`(seed: UInt64) throws {
        var random = Seed(1000 + seed)
        for _ in 0..<20 {
            let table = Self.table(&random)
            let (bytes, options) = try Self.bytes(of: table, &random)
            let whole = Reading(bytes, options: options, chunks: [5])
            for (index, checkpoint) in whole.checkpoints.enumerated() {
                let reader = try CSVReader(resumingAt: checkpoint)
                let tail = Reading(reader: reader, Array(bytes[checkpoint.offset...]), chunks: [Int.random(in: 1...30, using: &random)])
                #expect(tail.refusal == nil)
                #expect(tail.rows == Array(whole.rows[(index + 1)...]), "seed \(seed)")
                #expect(tail.numbers == Array(whole.numbers[(index + 1)...]))
                #expect(tail.checkpoints == Array(whole.checkpoints[(index + 1)...]))
            }
        }
    }

    @Test(arguments: 0..<20)
    func `random bytes give the same reading in one piece as in many, and never a crash`(seed: UInt64) {
        var random = Seed(5000 + seed)
        let common = Array(",\";\t\n\r\"\"\"ab1,\n".utf8) + [0, 0xEF, 0xBB, 0xBF, 0xC3, 0xFB, 0x81, 0x30, 0xFF, 0xFE, 0xE4, 0xB8, 0xAD]
        for _ in 0..<1000 {
            let start: [UInt8] = Bool.random(using: &random) ? Array("a,b\n".utf8) : []
            let bytes =
                start
                + (0..<Int.random(in: 0...80, using: &random)).map { _ in
                    Bool.random(using: &random) ? common.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
                }
            var options = CSVOptions(encoding: [nil, .utf8, .gb18030].randomElement(using: &random) ?? nil)
            options.largestCell = Int.random(in: 1...20, using: &random)
            options.largestRecord = Int.random(in: 1...40, using: &random)
            options.mostColumns = Int.random(in: 1...4, using: &random)
            let pieces = Reading(bytes, options: options, chunks: [Int.random(in: 1...9, using: &random)])
            if options.encoding != nil {
                let whole = Reading(bytes, options: options)
                #expect(pieces.rows == whole.rows, "seed \(seed): \(bytes) \(options) \(pieces.places)")
                #expect(pieces.refusal?.code == whole.refusal?.code, "seed \(seed): \(bytes) \(options) \(pieces.places)")
                #expect(pieces.findings.map(\.row) == whole.findings.map(\.row), "seed \(seed): \(bytes) \(options) \(pieces.places)")
            }
        }
    }
}
