import Testing
import Values

@testable import Tabular

/// The text in GB18030, by the C library.
func gb18030(_ text: String) throws -> [UInt8] {
    let converter = try #require(GB18030Converter(.fromUTF8))
    var bytes: [UInt8] = []
    #expect(converter.convert(Array(text.utf8).span, into: &bytes) == nil)
    return bytes
}

struct EncodingTests {
    private let text = "名称,类别\n邻里互助会,互助类\n\"崇川区,\"\"一\"\"组\n二组\",公益类\n𠮷野家€,㐀\n"
    private let rows = [["邻里互助会", "互助类"], ["崇川区,\"一\"组\n二组", "公益类"], ["𠮷野家€", "㐀"]]

    @Test func `GB18030 with characters of two and four bytes is found and read, cut anywhere`() throws {
        let bytes = try gb18030(text)
        #expect(bytes.starts(with: [0xC3, 0xFB, 0xB3, 0xC6]))
        for size in 1...9 {
            let reading = Reading(bytes, chunks: [size])
            #expect(reading.header == ["名称", "类别"])
            #expect(reading.rows == rows)
            #expect(reading.checkpoints.last?.encoding == .gb18030)
        }
    }

    @Test func `UTF-8 is found with and without a byte order mark`() {
        for text in [text, "\u{FEFF}" + text] {
            let reading = Reading(text, chunks: [3])
            #expect(reading.header == ["名称", "类别"])
            #expect(reading.rows == rows)
            #expect(reading.checkpoints.last?.encoding == .utf8)
        }
    }

    @Test func `the encoding stays open while a file is ASCII`() throws {
        let head = "name,kind\nfirst,1\n"
        let reading = Reading(Array(head.utf8) + (try gb18030("互助会,2\n")))
        #expect(reading.checkpoints.map(\.encoding) == [nil, .gb18030])
        #expect(reading.rows == [["first", "1"], ["互助会", "2"]])
    }

    @Test func `a damaged character in UTF-8 is reported at its byte and does not turn the file into GB18030`() {
        var bytes = Array("名称,\"类\"\"别\"\n邻里互助会,互助类\n".utf8)
        let start = bytes.count
        bytes += Array("甲,\"乙\"\"".utf8) + [0xFF, 0xFE] + Array("\"\n丙,丁\n".utf8)
        let reading = Reading(bytes)
        #expect(reading.rows == [["邻里互助会", "互助类"], ["丙", "丁"]])
        #expect(reading.places == ["invalid-bytes 3 3 类\"别"])
        // 甲 has three bytes, then comma, quote, 乙 and two quotes.
        #expect(reading.findings.first?.message.en == "The bytes from offset \(start + 10) are not valid UTF-8.")
    }

    @Test func `the encoding of a damaged file does not depend on where its chunks end`() {
        let bytes =
            Array("code,name,eng".utf8) + [UInt8](repeating: 0xFF, count: 8) + Array("lish\n1,网络社群（样本）,Online\n2,阿帕奇基金会,Apache\n".utf8)
        let whole = Reading(bytes)
        for size in 1...64 {
            let pieces = Reading(bytes, chunks: [size])
            #expect(pieces.refusal == whole.refusal, "chunks of \(size)")
        }
    }

    @Test func `while the encoding is being guessed, a checkpoint lies before the row that waits`() throws {
        var reader = CSVReader()
        reader.append(Array("a,b\n1,2\n互助会,3\n".utf8))
        #expect(try reader.next() == .record)
        #expect(try reader.next() == .needsBytes)
        let checkpoint = try #require(reader.checkpoint)
        #expect((checkpoint.offset, checkpoint.row) == (8, 3))
        reader.append(Array("4,5\n".utf8))
        reader.finish()
        #expect(try reader.next() == .record)
        #expect(reader.record.strings == ["互助会", "3"])
        #expect(try reader.next() == .record)
        #expect(try reader.next() == .end)
    }

    @Test func `bytes that are no GB18030 are reported and reading goes on`() throws {
        var bytes = try gb18030("名称,类别\n")
        let start = bytes.count
        bytes += [0xB4, 0xA8, 0xFF, 0xFF, 0x2C, 0x31, 0x0A]
        bytes += try gb18030("甲,乙\n")
        let reading = Reading(bytes, options: CSVOptions(encoding: .gb18030))
        #expect(reading.rows == [["甲", "乙"]])
        #expect(reading.places == ["invalid-bytes 2 2 名称"])
        #expect(reading.findings.first?.message.en == "The bytes from offset \(start + 2) are not valid GB18030.")
    }

    @Test func `half a character before a delimiter does not swallow the delimiter`() throws {
        let bytes = try gb18030("名称,类别\n") + [0xB4, 0x2C, 0x31, 0x0A] + (try gb18030("甲,乙\n"))
        let reading = Reading(bytes)
        #expect(reading.places == ["invalid-bytes 2 2 名称"])
        #expect(reading.rows == [["甲", "乙"]])
    }

    @Test func `a stated encoding is not second-guessed`() {
        let reading = Reading("名,a\n甲,1\n", options: CSVOptions(encoding: .gb18030))
        #expect(reading.rows.first?.first != "甲")
    }
}
