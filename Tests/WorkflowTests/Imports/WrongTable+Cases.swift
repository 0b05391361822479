import Foundation
import Testing
import Values
import Workflow

extension WrongTable {
    private static let sound1 = "新风合唱团,unincorporated,filed,2024-01-15,320613001,,list,N1,,,"
    private static let sound2 = "新风棋社,unincorporated,filed,2024-01-15,320613001,,list,N2,,,"
    private static let head = headers[.organizations] ?? ""

    /// Tables whose form is wrong, whatever is in them.
    static let forms: [WrongTable] = [
        WrongTable(.organizations, "empty file", bytes: [], ["0|||empty-file"], sound: nil),
        WrongTable(.organizations, "header only", [], ["0|||header-only"], sound: nil),
        WrongTable(.organizations, "UTF-16", bytes: [0xFF, 0xFE] + Array("n\0a\0".utf8), ["0|||utf-16"], sound: nil),
        WrongTable(.organizations, "a spreadsheet", bytes: Array("PK\u{3}\u{4}xx".utf8), ["0|||spreadsheet-file"], sound: nil),
        WrongTable(
            .organizations, "bytes of no encoding", bytes: Array("\(head)\n\(sound1)\n".utf8) + [0xFF] + Array("\(sound2)\n".utf8),
            ["3|name|•••|invalid-bytes"], sound: 1),
        WrongTable(
            .organizations, "10,000 columns", bytes: Array((0..<10_000).map { "c\($0)" }.joined(separator: ",").utf8),
            ["1|#501||too-many-columns"], sound: nil),
        WrongTable(
            .organizations, "10,000 cells in a row", [sound1, String(repeating: ",", count: 9_999), sound2], ["3|#501||too-many-columns"],
            sound: 2),
        WrongTable(
            .organizations, "a quote left open", [sound1, "\"新风舞队,unincorporated", sound2], ["3|name||quote-left-open"], sound: nil),
        WrongTable(.organizations, "NUL", [sound1, sound2.replacing("棋", with: "\0")], ["3|name|•••|nul-byte"], sound: 1),
        WrongTable(
            .organizations, "a cell of 50 MB",
            bytes: Array("\(head)\n\(sound1)\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 50_000_000)
                + Array(",\n\(sound2)\n".utf8), ["3|name||cell-too-large"], sound: 2),
        WrongTable(.organizations, "a row too short", [sound1, "新风舞队,unincorporated"], ["3|legalStatus||row-too-narrow"], sound: 1),
        WrongTable(
            .organizations, "a name twice in the header", bytes: Array("name,area,name\na,b,c\n".utf8), ["1|||duplicate-header"],
            sound: nil),
        WrongTable(
            .organizations, "a required column missing", bytes: Array("name,area,legalForm\n团,320613001,other\n".utf8),
            ["0||legalStatus|required-column-missing"], sound: nil),
        WrongTable(
            .organizations, "a misspelt column",
            bytes: Array("name,legalForm,legalStatus,area,sourceScheme,sourceKey,telefone\n团,other,filed,320613001,list,N1,5\n".utf8),
            ["0|telefone||column-not-used"], sound: 1, isSound: true),
    ]

    static let organizations: [WrongTable] = [
        one("a name missing", " ,unincorporated,filed,2024-01-15,320613001,,,,,,", "name| |value-missing"),
        one("a form from no list", "舞队,club,filed,2024-01-15,320613001,,,,,,", "legalForm|club|not-in-list"),
        one("the 30th of February", "舞队,unincorporated,filed,2013-02-30,320613001,,,,,,", "legalStatusSince|2013-02-30|impossible-day"),
        one("a day to come", "舞队,unincorporated,filed,2026-07-01,320613001,,,,,,", "legalStatusSince|2026-07-01|day-in-future"),
        one("an area of no shape", "舞队,unincorporated,filed,2024-01-15,3206130,,,,,,", "area|3206130|area-code-malformed"),
        one("an area above the district", "舞队,unincorporated,filed,2024-01-15,3206,,,,,,", "area|舞队|area-above-district"),
        one("an unknown area", "舞队,unincorporated,filed,2024-01-15,320613099,,,,,,", "area|320613099|area-unknown"),
        WrongTable(
            .organizations, "a retired area", [sound1, "舞队,unincorporated,filed,2019-01-15,320602,,,,,,"],
            ["3|area|320602|area-retired"], sound: 2, isSound: true),
        one("half a source", "舞队,unincorporated,filed,2024-01-15,320613001,,list,,,,", "sourceKey||source-half-given"),
        one("a key twice", sound1.replacing("合唱团", with: "舞队"), "sourceKey|list N1|source-key-twice"),
        one("a key of another district", "舞队,unincorporated,filed,2024-01-15,320612,,list,K1,,,", "sourceKey|K1|source-key-elsewhere"),
        one(
            "a service area unknown", "舞队,unincorporated,filed,2024-01-15,320613001,,,,320613001;320613098,,",
            "serviceAreas|320613098|service-area-unknown"),
        one(
            "a classification unknown", "舞队,unincorporated,filed,2024-01-15,320613001,,,,,6631:chess,",
            "classifications|6631:chess|classification-unknown"),
        one("nearly a recorded name", "南風棋社,unincorporated,filed,2024-01-15,320613002,,,,,,", "name|南風棋社|possible-duplicate"),
        WrongTable(
            .organizations, "one name twice",
            [sound1, "舞 队,unincorporated,filed,2024-01-15,320613001,,,,,,", "舞队,unincorporated,filed,2024-01-15,320613001,,,,,,"],
            ["4|name|舞队|same-name-twice"], sound: 2),
        WrongTable(
            .organizations, "the name of an organization with another key",
            [sound1, "城東合唱團,unincorporated,filed,2024-01-15,320613001,,list,N9,,,"],
            ["3|name|城東合唱團|near-duplicate"], sound: 2, isSound: true),
        one(
            "a telephone number too long", "舞队,unincorporated,filed,2024-01-15,320613001,,,,,,\(String(repeating: "5", count: 201))",
            "telephone|•••|text-too-long"),
    ]

    static func creditCodes() throws -> [WrongTable] {
        let (taken, other) = (try TestCodes.code(1), try TestCodes.code(2))
        let right = try #require(other.last)
        let wrong = other.dropLast() + (right == "0" ? "1" : "0")
        func row(_ code: some StringProtocol, _ name: String = "中心") -> String {
            "\(name),socialServiceInstitution,registered,2024-01-15,320613001,\(code),list,\(name),,,"
        }
        return [
            one("a code with a wrong check", row(wrong), "creditCode|\(wrong)|credit-code-wrong-check"),
            one("a code too short", row("5232061"), "creditCode|5232061|credit-code-wrong-length"),
            one("a code that another organization has", row(taken), "creditCode|\(taken)|credit-code-taken"),
            WrongTable(
                .organizations, "one code twice", [row(other, "甲"), row(other, "乙")], ["3|creditCode|\(other)|credit-code-twice"], sound: 1),
            one(
                "a code of a filed group", "舞队,unincorporated,filed,2024-01-15,320613001,\(other),,,,,",
                "creditCode|舞队|code-without-legal-person"),
            one(
                "a code of another form", row(try TestCodes.code(3, prefix: "51")), "creditCode|中心|form-disagrees-with-code"),
        ]
    }

    /// A sound row, and one behind it with one thing wrong.
    private static func one(_ name: String, _ row: String, _ finding: String) -> WrongTable {
        WrongTable(.organizations, name, [sound1, row], ["3|\(finding)"], sound: 1)
    }
}
