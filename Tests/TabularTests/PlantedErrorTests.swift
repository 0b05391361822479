import Testing
import Values

@testable import Tabular

/// One file with a row for each thing that can be wrong with a row, and exactly what must be said about each.
struct PlantedErrorTests {
    private static let schema = TableSchema(
        kind: "activities",
        columns: [
            .init("code", label: BilingualText(zh: "编号", en: "code"), type: .text(longest: 6), required: true),
            .init("heldOn", label: BilingualText(zh: "日期", en: "held on"), type: .day()),
            .init("participants", label: BilingualText(zh: "参加人数", en: "participants"), type: .integer(0...100_000)),
            .init("cost", label: BilingualText(zh: "费用", en: "cost"), type: .money()),
            .init("kind", label: BilingualText(zh: "类型", en: "kind"), type: .choice([.init("visit", labels: ["走访"]), .init("event")])),
            .init("outside", label: BilingualText(zh: "超出边界", en: "outside"), type: .yesNo),
            .init("leader", label: BilingualText(zh: "负责人", en: "leader"), type: .text(longest: 3), personal: true),
        ])

    private static let header = "编号,日期,参加人数,费用,类型,超出边界,负责人"

    /// A row and the findings about it: column, value, code.
    private static let lines: [(row: String, expected: [String])] = [
        ("A1,2013-02-28,12,1.50,走访,否,张三", []),
        (",2013-02-28,12,1.50,visit,no,", ["编号||value-missing"]),
        ("A234567,,,,,,", ["编号|A234567|text-too-long"]),
        ("A\u{7},,,,,,", ["编号|A␇|control-character"]),
        ("A\u{FFFD},,,,,,", ["编号|A\u{FFFD}|damaged-text"]),
        ("A2,2013-02-30,,,,,", ["日期|2013-02-30|impossible-day"]),
        ("A3,soon,,,,,", ["日期|soon|not-a-day"]),
        ("A4,,-5,,,,", ["参加人数|-5|out-of-range"]),
        ("A5,,1.5,,,,", ["参加人数|1.5|not-a-whole-number"]),
        ("A6,,many,,,,", ["参加人数|many|not-a-number"]),
        ("A7,,,1.234,,,", ["费用|1.234|too-many-decimals"]),
        ("A8,,,99999999999999999999,,,", ["费用|99999999999999999999|number-too-large"]),
        ("A9,,,,visti,,", ["类型|visti|not-in-list"]),
        ("B1,,,,,perhaps,", ["超出边界|perhaps|not-yes-or-no"]),
        ("B2,,,,,,欧阳张三", ["负责人|•••|text-too-long"]),
        (
            "B3,soon,-1,x,y,z,",
            ["日期|soon|not-a-day", "参加人数|-1|out-of-range", "费用|x|not-a-number", "类型|y|not-in-list", "超出边界|z|not-yes-or-no"]
        ),
        ("B4,2013-02-28", ["参加人数||row-too-narrow"]),
        ("B5,,,,,,,extra", ["|extra|row-too-wide"]),
        ("B6,\0,,,,,", ["日期|␀|nul-byte"]),
        ("\"B7\"x,,,,,,", ["编号||text-after-quote"]),
        (",,,,,,", []),
        ("B8,2013年2月28日,3,1万,event,是,", []),
    ]

    @Test func `each planted error is found at its row and column, and every sound row is read`() throws {
        let text = ([Self.header] + Self.lines.map(\.row)).joined(separator: "\r\n")
        let (rows, findings) = try Sample.rows(Self.schema, nil, text)
        var expected: [String] = []
        for (index, line) in Self.lines.enumerated() { expected += line.expected.map { "\(index + 2)|\($0)" } }
        #expect(findings.map { "\($0.row)|\($0.column ?? "")|\($0.value)|\($0.code)" } == expected)
        // The row with a damaged text is taken over with a warning.
        #expect(rows.map { $0[0] } == [.text("A1"), .text("A\u{FFFD}"), .text("B8")])
        #expect(findings.filter { $0.severity == .warning }.map(\.code) == ["damaged-text"])
    }

    @Test func `an open quote ends the reading after the rows before it`() throws {
        var reader = TableReader(schema: Self.schema)
        reader.append(Array("\(Self.header)\nA1,,,,,,\nA2,\"open,,,,,\nA3,,,,,,\n".utf8))
        reader.finish()
        #expect(try reader.next() == .row)
        let refusal = #expect(throws: TableRefusal.self) { try reader.next() }
        #expect(refusal?.finding.code == "quote-left-open")
        #expect(refusal?.finding.row == 3)
        #expect(refusal?.finding.column == "日期")
    }

    @Test func `every finding says in both languages what is wrong and what would be right`() throws {
        let text = ([Self.header] + Self.lines.map(\.row)).joined(separator: "\n")
        for finding in try Sample.rows(Self.schema, nil, text).findings {
            for words in [finding.message, finding.remedy] {
                #expect(words.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
                #expect(words.en.hasSuffix("."))
            }
        }
    }

    @Test func `a finding repeats no more than sixty characters and no control character`() {
        let finding = FieldProblem.notANumber.finding(
            row: 2, line: 2, column: "c", value: "\u{1B}[31m" + String(repeating: "字", count: 100))
        #expect(finding.value.count == 60)
        #expect(finding.value.hasPrefix("␛[31m字"))
        #expect(finding.value.hasSuffix("字…"))
    }
}
