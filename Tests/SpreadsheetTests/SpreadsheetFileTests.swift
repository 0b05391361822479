import Foundation
import Glibc
import Spreadsheet
import Testing

/// Tables that leave as spreadsheets.
struct SpreadsheetFileTests {
    /// The parts of a file by name, read by Python's own library.
    private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = "import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"
        // A shell, because Foundation's Process crashes now and then, see RunningCommand.
        let pipe = try #require(popen("/usr/bin/python3 -c '\(script)' '\(file.path(percentEncoded: false))' '\(name)'", "r"))
        defer { pclose(pipe) }
        var output: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&part, 1, part.count, pipe), count > 0 { output += part[..<count] }
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `cells hold texts, numbers and shares, and nothing is a formula`() throws {
        let file = SpreadsheetFile(
            sheet: "预警:组织", columns: [SpreadsheetFile.Column("名称", width: 30), SpreadsheetFile.Column("数")],
            rows: [
                [.text("城东合唱团"), .number(12.5)], [.text("=1+1"), .share(0.25)], [.text("@cmd\u{0}\u{7}"), .empty], [.empty, .number(.nan)],
            ])
        let bytes = try file.bytes()
        #expect(bytes.starts(with: [0x50, 0x4B]))
        let sheet = try Self.part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains("12.5") && sheet.contains("0.25") && !sheet.lowercased().contains("nan"))
        let texts = try Self.part("xl/sharedStrings.xml", of: bytes)
        for text in ["城东合唱团", "=1+1", "@cmd", "名称"] { #expect(texts.contains(text)) }
        #expect(try Self.part("xl/workbook.xml", of: bytes).contains("name=\"预警组织\""))
    }

    @Test func `an empty table is a file with headings`() throws {
        let bytes = try SpreadsheetFile(sheet: "/", columns: [SpreadsheetFile.Column("a")], rows: []).bytes()
        #expect(try Self.part("xl/sharedStrings.xml", of: bytes).contains(">a<"))
    }

    @Test func `no temporary file is left`() throws {
        let before = try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter { $0.hasPrefix("incubator-") }
        _ = try SpreadsheetFile(sheet: "a", columns: [], rows: [[.text(String(repeating: "长", count: 40_000))]]).bytes()
        let after = try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter { $0.hasPrefix("incubator-") }
        #expect(Set(after).subtracting(before).isEmpty)
    }
}
