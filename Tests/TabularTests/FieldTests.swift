import SeededRandom
import Testing
import Values

@testable import Tabular

struct FieldTests {
    @Test(
        arguments: [
            ("邻里互助会", .value(.text("邻里互助会"))),
            ("  a b \u{3000}\u{A0}", .value(.text("a b"))),
            ("", .value(.missing)),
            (" \t\u{3000}", .value(.missing)),
            ("一二三四五六七八九十", .value(.text("一二三四五六七八九十"))),
            ("一二三四五六七八九十一", .problem("text-too-long")),
            ("a\u{1}b", .problem("control-character")),
            ("a\u{7F}", .problem("control-character")),
            ("a\u{85}b", .problem("control-character")),
            ("a\u{202E}b", .problem("control-character")),
            ("a\u{2066}b", .problem("control-character")),
            ("a\nb", .problem("control-character")),
            ("é\u{2019}", .value(.text("é\u{2019}"))),
        ] as [(String, CellResult)])
    func `text is trimmed and holds no control characters`(cell: String, result: CellResult) throws {
        #expect(try CellResult(cell, as: .text(longest: 10)) == result)
    }

    @Test func `text of several lines is allowed where the column says so`() throws {
        #expect(try CellResult("a\nb", as: .text(longest: 10, lines: true)) == .value(.text("a\nb")))
    }

    @Test(
        arguments: [
            ("12", .value(.integer(12))),
            ("+7", .value(.integer(7))),
            ("12.0", .value(.integer(12))),
            ("１２", .value(.integer(12))),
            ("1,200", .value(.integer(1200))),
            ("1.2e3", .value(.integer(1200))),
            ("-1", .problem("out-of-range")),
            ("1000001", .problem("out-of-range")),
            ("12.5", .problem("not-a-whole-number")),
            ("12 people", .problem("not-a-number")),
            ("-", .problem("not-a-number")),
            (".", .problem("not-a-number")),
            ("1.2.3", .problem("not-a-number")),
            ("9223372036854775808", .problem("number-too-large")),
            ("99999999999999999999999999", .problem("number-too-large")),
            ("1e18", .problem("out-of-range")),
            ("9.9e18", .problem("number-too-large")),
            ("1e99", .problem("not-a-number")),
        ] as [(String, CellResult)])
    func `whole numbers have limits`(cell: String, result: CellResult) throws {
        #expect(try CellResult(cell, as: .integer(0...1_000_000)) == result)
    }

    @Test(
        arguments: [
            ("77961.0", 7_796_100), ("0.01", 1), ("-0.01", -1), ("1234567.89", 123_456_789), ("1,234,567.89", 123_456_789),
            ("¥1,250.50", 125_050), ("￥１２５０", 125_000), ("£5", 500), ("-¥5", -500), ("1250.5元", 125_050), ("1.25万元", 1_250_000),
            ("3万", 3_000_000), ("(12.50)", -1250), ("−3", -300), ("12.500", 1250), (".5", 50), ("5.", 500), ("1e3", 100_000),
            ("92233720368547758.07", Int64.max),
        ] as [(String, Int64)])
    func `amounts are read exactly`(cell: String, minorUnits: Int64) throws {
        #expect(try CellResult(cell, as: .money()) == .value(.money(Money(minorUnits: minorUnits))))
    }

    @Test(arguments: [
        ("12.345", "too-many-decimals"), ("1,23", "not-a-number"), ("1,2345", "not-a-number"), (",123", "not-a-number"),
        ("12,34,567", "not-a-number"), ("--5", "not-a-number"), ("(-5)", "not-a-number"), ("¥", "not-a-number"), ("万", "not-a-number"),
        ("NaN", "not-a-number"), ("0x10", "not-a-number"), ("92233720368547758.08", "number-too-large"), ("9e18", "number-too-large"),
    ])
    func `amounts that cannot be read exactly are refused`(cell: String, code: String) throws {
        #expect(try CellResult(cell, as: .money()) == .problem(code))
    }

    @Test(
        arguments: [
            ("0.66667", .value(.number(0.66667))),
            ("-0.15383", .value(.number(-0.15383))),
            ("1", .value(.number(1))),
            ("0.1234567890123456789", .value(.number(0.1234567890123456789))),
            ("2.5E-3", .value(.number(0.0025))),
            ("1.5", .problem("out-of-range")),
            ("nan", .problem("not-a-number")),
            ("inf", .problem("not-a-number")),
        ] as [(String, CellResult)])
    func `measures are the nearest Double`(cell: String, result: CellResult) throws {
        #expect(try CellResult(cell, as: .number(-1...1)) == result)
    }

    @Test(arguments: [
        "2013-02-28", "2013/2/28", "2013年2月28日", "20130228", "2013.02.28", "２０１３－０２－２８", "2013-02-28T00:00:00Z", "2013/2/28 0:00",
        " 2013-2-28 ",
    ])
    func `a day is read in the forms that are in use`(cell: String) throws {
        let day = try #require(Day(year: 2013, month: 2, day: 28))
        #expect(try CellResult(cell, as: .day()) == .value(.day(day)))
    }

    @Test(arguments: [
        ("2013-02-30", "impossible-day"), ("2013年2月30日", "impossible-day"), ("20130230", "impossible-day"),
        ("2013-13-01", "impossible-day"),
        ("2013-00-10", "impossible-day"), ("0000-01-01", "impossible-day"), ("28/02/2013", "not-a-day"), ("13-02-28", "not-a-day"),
        ("2013-02", "not-a-day"), ("41333", "not-a-day"), ("2013-02-28 10:30", "not-a-day"), ("2013-02-28x", "not-a-day"),
        ("1949-09-30", "day-out-of-range"), ("99999999", "impossible-day"),
    ])
    func `a day that does not exist or cannot be told is refused`(cell: String, code: String) throws {
        let first = try #require(Day(iso: "1949-10-01"))
        #expect(try CellResult(cell, as: .day(first...Day.latest)) == .problem(code))
    }

    @Test func `the refusal of a day says how long the month is`() {
        let problem = FieldProblem.impossibleDay(year: 2013, month: 2)
        #expect(problem.message.en == "Month 2 of 2013 has 28 days.")
        #expect(problem.message.zh == "2013 年 2 月只有 28 天。")
    }

    @Test(arguments: [
        ("是", true), ("YES", true), ("1", true), ("ｔｒｕｅ", true), ("√", true), ("否", false), ("n", false), ("无", false), ("0", false),
    ])
    func `yes and no are read in both languages`(cell: String, answer: Bool) throws {
        #expect(try CellResult(cell, as: .yesNo) == .value(.yesNo(answer)))
    }

    @Test(arguments: ["maybe", "2", "是否"])
    func `what is neither yes nor no is refused`(cell: String) throws {
        #expect(try CellResult(cell, as: .yesNo) == .problem("not-yes-or-no"))
    }

    @Test(
        arguments: [
            ("mutualAid", .value(.choice("mutualAid"))), ("MUTUAL AID", .value(.choice("mutualAid"))),
            ("互助类", .value(.choice("mutualAid"))),
            ("公益", .problem("not-in-list")),
        ] as [(String, CellResult)])
    func `a value of a list is known by its spelling and its labels`(cell: String, result: CellResult) throws {
        let type = FieldType.choice([.init("mutualAid", labels: ["互助类", "mutual aid"]), .init("publicBenefit", labels: ["公益类"])])
        #expect(try CellResult(cell, as: type) == result)
    }

    @Test func `a value that is not in the list gets the nearest one as a suggestion`() {
        let problem = FieldProblem.notInList(
            allowed: ["a", "b"], nearest: NearestName.of("mutualaad", among: ["publicBenefit", "mutualAid"]))
        #expect(problem.remedy.en == "Is “mutualAid” meant? Allowed: a, b.")
    }

    @Test func `the largest and smallest numbers do not overflow`() {
        let largest = ExactDecimal(digits: .max, decimals: 0)
        #expect(largest.times(largest) == nil)
        #expect(largest.plus(.one) == nil)
        #expect(ExactDecimal(digits: .min, decimals: 0).negated == nil)
        #expect(ExactDecimal(digits: 1, decimals: 60).whole(shiftedBy: 2, rounds: true) == .number(0))
        #expect(ExactDecimal(digits: .min, decimals: 1).whole(shiftedBy: 0, rounds: true) == .number(.min / 10 - 1))
        #expect(ExactDecimal(digits: 125, decimals: 1).whole(shiftedBy: 0, rounds: true) == .number(13))
    }

    @Test(arguments: 0..<20)
    func `any text in any column gives a value or a finding`(seed: UInt64) throws {
        var random = Seed(9000 + seed)
        let pieces = [
            "1", "9", "0", ".", ",", "-", "+", "e", "E", "(", ")", "¥", "万", "元", "年", "月", "日", "/", " ", "T", ":", "是", "é", "\u{202A}",
            "２",
        ]
        let types: [FieldType] = [
            .text(longest: 5), .integer(.min ... .max), .money(), .number(), .day(), .yesNo, .choice([.init("1"), .init("日")]),
        ]
        for _ in 0..<200 {
            let cell = (0..<Int.random(in: 0...25, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for type in types {
                var rule = ColumnRule(.column("c"))
                rule.format.rounds = Bool.random(using: &random)
                _ = try CellResult(cell, as: type, rule: rule)
            }
        }
    }
}
