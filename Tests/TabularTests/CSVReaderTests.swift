import Tabular
import Testing

struct CSVReaderTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["1", "2"]]),
        ("a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
        ("a,b\n1,2", [["1", "2"]]),
        ("a,b\n1,", [["1", ""]]),
        ("a,b\n,\n", [["", ""]]),
        ("a,b\n\"1\",\"2\"", [["1", "2"]]),
        ("a,b\n\"x\"\"y\",\"\"\"\"\n", [["x\"y", "\""]]),
        ("a,b\n\"l1\nl2\",\"l1\r\nl2\"\n3,4\n", [["l1\nl2", "l1\r\nl2"], ["3", "4"]]),
        ("a,b\n\"1,5\",\"\"\n", [["1,5", ""]]),
        ("a,b\nx\"y, \"z\"\n", [["x\"y", " \"z\""]]),
        ("\n\na,b\n\n1,2\n\n\n3,4\n\n", [["1", "2"], ["3", "4"]]),
        ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
        ("\u{FEFF}\"a\",b\n1,2\n", [["1", "2"]]),
        (" a ,\u{3000}b\n1, 2 \n", [["1", " 2 "]]),
        ("a;b\n1,5;2\n", [["1,5", "2"]]),
        ("a\tb\n1;5\t2\n", [["1;5", "2"]]),
        ("\"a,x\";b\n1;2\n", [["1", "2"]]),
        ("a,b\n\"\"\n", []),
    ])
    func `the forms of RFC 4180 are read, whole and byte by byte`(text: String, rows: [[String]]) {
        for chunks in [[1 << 16], [1], [2, 3], [5, 1]] {
            let reading = Reading(text, chunks: chunks)
            #expect(reading.rows == rows)
            #expect(reading.refusal == nil)
        }
    }

    @Test func `a row knows its number and its line after cells with line breaks and empty lines`() {
        let reading = Reading("a,b\n\"x\r\ny\rz\nw\",1\n\n2\n3,4\n")
        #expect(reading.numbers == [2, 5])
        #expect(reading.places == ["row-too-narrow 4 7 b"])
    }

    @Test func `a copied record stays as it was while reading goes on`() throws {
        var reader = CSVReader()
        reader.append(Array("a,b\n1,\"x\"\"y\"\n".utf8))
        #expect(try reader.next() == .record)
        let kept = reader.record
        reader.append(Array("3,\"z\"\"\"\n".utf8))
        #expect(try reader.next() == .record)
        #expect(kept.strings == ["1", "x\"y"])
        #expect(reader.record.strings == ["3", "z\""])
    }

    @Test func `a column past the end is empty`() throws {
        var reader = CSVReader()
        reader.append(Array("a,b\n1,2\n".utf8))
        #expect(try reader.next() == .record)
        #expect(reader.record.string(of: 7).isEmpty)
        #expect(reader.record.string(of: -1).isEmpty)
        #expect(reader.record.isEmpty(9))
        #expect(reader.record.withBytes(of: 1) { $0.count } == 1)
    }
}
