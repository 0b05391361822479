import Tabular
import Testing
import Values

struct CSVLimitTests {
    @Test(arguments: [
        ("", "empty-file"),
        ("\n\r\n\n", "empty-file"),
        ("\u{FEFF}", "empty-file"),
        ("a,b\n", "header-only"),
        ("a,b", "header-only"),
        ("a,b\n\n\n", "header-only"),
        (",,\n1,2,3\n", "header-without-names"),
        ("a,b, a\n1,2,3\n", "duplicate-header"),
        ("a,\0b\n1,2\n", "nul-byte"),
        ("a,\"b\n1,2\n", "quote-left-open"),
        ("PK\u{3}\u{4}abc", "spreadsheet-file"),
    ])
    func `a file that is no table is refused with a reason`(text: String, code: String) {
        for chunks in [[1 << 16], [1], [3, 2]] {
            let reading = Reading(text, chunks: chunks)
            #expect(reading.refusal?.code == code)
            #expect(reading.rows.isEmpty)
        }
    }

    @Test func `UTF-16 is refused in both byte orders`() {
        #expect(Reading([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]).refusal?.code == "utf-16")
        #expect(Reading([0xFE, 0xFF, 0x00, 0x61, 0x00, 0x0A]).refusal?.code == "utf-16")
    }

    @Test func `a delimiter that could be half a character is refused`() {
        #expect(Reading("a|b\n1|2\n", options: CSVOptions(delimiter: UInt8(ascii: "|"))).refusal?.code == "unknown-delimiter")
    }

    @Test func `rows that are too narrow or too wide are reported and reading goes on`() {
        let reading = Reading("a,b,c\n1,2\n3,4,5\n6,7,8,9\n10,11,12\n")
        #expect(reading.rows == [["3", "4", "5"], ["10", "11", "12"]])
        #expect(reading.places == ["row-too-narrow 2 2 c", "row-too-wide 4 4 -"])
        #expect(reading.findings.map(\.value) == ["", "9"])
        #expect(reading.findings[0].message.en == "The row has 2 cells, the header has 3.")
    }

    @Test func `a NUL byte is reported with its offset and reading goes on`() {
        let reading = Reading("a,b\n1,\"x\"\"\0y\"\n2,3\n", chunks: [2])
        #expect(reading.rows == [["2", "3"]])
        #expect(reading.places == ["nul-byte 2 2 b"])
        #expect(reading.findings.first?.message.en.contains("offset 10.") == true)
        #expect(reading.findings.first?.value == "x\"␀y")
    }

    @Test func `the line that opened a quote is named when the file ends inside it`() {
        let reading = Reading("a,b\n1,2\n3,\"4\n5,6\n7,8\n")
        #expect(reading.rows == [["1", "2"]])
        #expect(reading.refusal?.code == "quote-left-open")
        #expect(reading.refusal?.row == 3)
        #expect(reading.refusal?.column == "b")
        #expect(reading.refusal?.message.en == "The quote opened on line 3 is never closed.")
    }

    @Test func `text after a closing quote costs its line only, unless the quote has swallowed lines`() {
        let short = Reading("a,b\n\"1\"x,2\n3,4\n", chunks: [1])
        #expect(short.rows == [["3", "4"]])
        #expect(short.places == ["text-after-quote 2 2 a"])
        let long = Reading("a,b\n1,\"2\n3,4\n5,\"6\"\n7,8\n")
        #expect(long.rows.isEmpty)
        #expect(long.refusal?.code == "text-after-quote")
        #expect(long.refusal?.message.en == "The quote opened on line 2 closes on line 4 and text follows it.")
    }

    @Test(arguments: [false, true])
    func `a cell of fifty megabytes is refused without being kept`(quoted: Bool) throws {
        var reader = CSVReader()
        reader.append(Array("a,b\n1,\(quoted ? "\"" : "")".utf8))
        let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        var largest = 0
        for _ in 0..<800 {
            reader.append(chunk)
            #expect(try reader.next() == .needsBytes)
            largest = max(largest, reader.bufferedBytes)
        }
        reader.append(Array("\(quoted ? "\"" : "")\n3,4\n".utf8))
        guard case .refused(let finding) = try reader.next() else {
            Issue.record("the large cell was not refused")
            return
        }
        #expect(finding.code == "cell-too-large")
        #expect(finding.column == "b")
        #expect(finding.row == 2)
        #expect(try reader.next() == .record)
        #expect(reader.record.strings == ["3", "4"])
        #expect(largest <= 2 << 20)
    }

    @Test(arguments: [[1 << 20], [7]])
    func `a cell may be as long as the limit and not a byte longer`(chunks: [Int]) {
        var options = CSVOptions()
        options.largestCell = 10
        let reading = Reading("a,b\n1234567890,x\n12345678901,x\n\"12345678901\",x\nx,12345678901\nx,y", options: options, chunks: chunks)
        #expect(reading.rows == [["1234567890", "x"], ["x", "y"]])
        #expect(reading.places == ["cell-too-large 3 3 a", "cell-too-large 4 4 a", "cell-too-large 5 5 b"])
    }

    @Test(arguments: [[1 << 20], [7]])
    func `a row of many large cells is refused as a whole`(chunks: [Int]) {
        var options = CSVOptions()
        options.largestRecord = 20
        let reading = Reading("a,b,c\n12345678,12345678,12345678\n1,2,3\n", options: options, chunks: chunks)
        #expect(reading.rows == [["1", "2", "3"]])
        #expect(reading.findings.map(\.code) == ["row-too-large"])
    }

    @Test func `ten thousand columns are refused in the header and in a row`() {
        let wide = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
        #expect(Reading("\(wide)\n\(wide)\n").refusal?.code == "too-many-columns")
        let reading = Reading("a,b\n\(wide)\n1,2\n", chunks: [100])
        #expect(reading.rows == [["1", "2"]])
        #expect(reading.places == ["too-many-columns 2 2 #501"])
        let most = (0..<500).map { "c\($0)" }.joined(separator: ",")
        #expect(Reading("\(most)\n\(most)\n").rows.first?.count == 500)
    }

    @Test func `after a refusal the reader is at its end`() throws {
        var reader = CSVReader()
        reader.append(Array("a,a\n1,2\n".utf8))
        #expect(throws: TableRefusal.self) { try reader.next() }
        #expect(try reader.next() == .end)
    }
}
