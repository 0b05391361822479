import Incubation
import Tabular
import Values

/// Rules between the columns of one row, as far as the row itself tells. The tables hold the same rules as constraints.
enum RecordRules {
    static func findings(in row: MappedRow, of kind: ImportKind, today: Day) -> [Finding] {
        happened[kind, default: []].flatMap { future(row, $0, today: today) } + between(row, kind)
    }

    private static func between(_ row: MappedRow, _ kind: ImportKind) -> [Finding] {
        switch kind {
        case .areas: areas(row)
        case .accounts: order(row, "periodEnd", "receivedOn") + currency(row)
        case .reports: reports(row)
        case .leadership: order(row, "termBegan", "termEnds") + order(row, "termBegan", "leftOn")
        case .charters: order(row, "adoptedOn", "reviewedOn") + votes(row) + clauses(row)
        case .bodies: order(row, "formedOn", "dissolvedOn")
        case .meetings: presence(row)
        case .mentors: order(row, "from", "until")
        case .boundaries: areaList(row)
        case .observations: indicator(row)
        case .organizations, .statuses, .activities, .controls, .cases: []
        }
    }

    /// The days that tell of something that has happened, as the use cases that record one row refuse them too. A term may be agreed on
    /// before it begins, and an end be known in advance.
    private static let happened: [ImportKind: [String]] = [
        .statuses: ["since"], .accounts: ["receivedOn"], .reports: ["receivedOn"], .activities: ["heldOn", "recordedOn"],
        .leadership: ["leftOn", "recordedOn"], .charters: ["adoptedOn", "reviewedOn", "recordedOn"], .bodies: ["formedOn", "recordedOn"],
        .meetings: ["heldOn", "recordedOn"], .controls: ["since", "recordedOn"], .boundaries: ["since", "recordedOn"],
        .cases: ["enteredOn"], .mentors: ["from", "recordedOn"], .observations: ["observedOn"],
    ]

    private static func future(_ row: MappedRow, _ name: String, today: Day) -> [Finding] {
        guard let day = row.day(column(row, name)), day > today else { return [] }
        return [
            Finding(
                row, name, value: day.iso, code: "day-in-future", ("日期尚未到来", "the day has not come yet"),
                remedy: ("填写今天或以前的日期", "a day up to today"))
        ]
    }

    private static func column(_ row: MappedRow, _ name: String) -> Int {
        row.schema.index(of: name) ?? 0
    }

    /// The second day must not lie before the first.
    private static func order(_ row: MappedRow, _ first: String, _ second: String, strictly: Bool = false) -> [Finding] {
        guard let earlier = row.day(column(row, first)), let later = row.day(column(row, second)) else { return [] }
        if strictly ? later > earlier : later >= earlier { return [] }
        return [
            Finding(
                row, second, value: later.iso, code: "days-out-of-order",
                ("早于“\(first)”的 \(earlier)", "it lies before “\(first)”, \(earlier)"),
                remedy: ("核对两个日期", "compare the two days"))
        ]
    }

    private static func currency(_ row: MappedRow) -> [Finding] {
        let written = row.text(column(row, "currency")) ?? ""
        if written.utf8.count == 3, written.utf8.allSatisfy({ (65...90).contains($0) }) { return [] }
        return [
            Finding(
                row, "currency", value: written, code: "currency-malformed", ("不是币种代码", "it is no currency code"),
                remedy: ("三个大写字母，如 CNY", "three capital letters such as CNY"))
        ]
    }

    private static func reports(_ row: MappedRow) -> [Finding] {
        var findings = order(row, "periodEnd", "dueOn", strictly: true) + order(row, "periodEnd", "receivedOn", strictly: true)
        if !row.isMissing(column(row, "result")), row.isMissing(column(row, "receivedOn")) {
            findings.append(
                Finding(
                    row, "receivedOn", value: "", code: "result-without-report", ("有结论而没有收到日期", "there is a result but no day of receipt"),
                    remedy: ("填写收到日期，或删去结论", "give the day, or leave the result out")))
        }
        return findings
    }

    private static func presence(_ row: MappedRow) -> [Finding] {
        guard let present = row.integer(column(row, "present")), let entitled = row.integer(column(row, "entitled")), present > entitled
        else { return [] }
        return [
            Finding(
                row, "present", value: String(present), code: "more-present-than-entitled",
                ("实到多于应到的 \(entitled)", "more than the \(entitled) entitled"),
                remedy: ("核对两个人数", "compare the two numbers"))
        ]
    }

    private static func votes(_ row: MappedRow) -> [Finding] {
        let counts = ["votesEntitled", "votesInFavour", "votesAgainst", "votesAbstained"].map { row.integer(column(row, $0)) }
        if counts.allSatisfy({ $0 == nil }) { return [] }
        let given = counts.compactMap { $0 }
        if given.count == 4, given[1] + given[2] + given[3] <= given[0] { return [] }
        return [
            Finding(
                row, "votesEntitled", value: counts.map { $0.map(String.init) ?? "" }.joined(separator: "/"), code: "votes-not-possible",
                given.count < 4 ? ("表决数据不全", "the vote is not complete") : ("票数多于应到人数", "there are more votes than people entitled"),
                remedy: ("四个数都填且票数之和不超过应到人数，或都不填", "all four numbers with no more votes than people, or none"))
        ]
    }

    private static func clauses(_ row: MappedRow) -> [Finding] {
        ListCell.parts(row.text(column(row, "clauses"))).filter { CharterClause(rawValue: $0) == nil }.map { unknown in
            Finding(
                row, "clauses", value: unknown, code: "clause-unknown", ("没有这个条款", "there is no such clause"),
                remedy: (
                    "从以下选取：\(CharterClause.allCases.map(\.rawValue).joined(separator: ";"))",
                    "one of: \(CharterClause.allCases.map(\.rawValue).joined(separator: ";"))"
                ))
        }
    }

    private static func areaList(_ row: MappedRow) -> [Finding] {
        ListCell.parts(row.text(column(row, "areas"))).filter { AreaCode($0) == nil }.map { areaCode(row, "areas", $0) }
    }

    private static func areaCode(_ row: MappedRow, _ name: String, _ written: String) -> Finding {
        Finding(
            row, name, value: written, code: "area-code-malformed", ("不是区划代码", "it is no area code"),
            remedy: ("2、4、6、9 或 12 位数字，社区以下再加“-”和编号", "2, 4, 6, 9 or 12 digits, below a community a hyphen and a local number"))
    }

    private static func indicator(_ row: MappedRow) -> [Finding] {
        let written = row.text(column(row, "indicator")) ?? ""
        let bytes = Array(written.utf8)
        let fits =
            bytes.count == 5 && bytes[..<2].allSatisfy { (65...90).contains($0) } && bytes[2] == 45
            && bytes[3...].allSatisfy { (48...57).contains($0) }
        if fits { return [] }
        return [
            Finding(
                row, "indicator", value: written, code: "indicator-malformed", ("不是指标代码", "it is no indicator code"),
                remedy: ("两个大写字母、连字符、两位数字，如 AP-01", "two capital letters, a hyphen and two digits: AP-01"))
        ]
    }

    private static func areas(_ row: MappedRow) -> [Finding] {
        var findings = order(row, "validFrom", "validUntil")
        for name in ["code", "parent", "successor"] {
            guard let written = row.text(column(row, name)), AreaCode(written) == nil else { continue }
            findings.append(areaCode(row, name, written))
        }
        guard findings.isEmpty, let code = AreaCode(row.text(column(row, "code")) ?? ""),
            let level = AreaLevel(rawValue: row.text(column(row, "level")) ?? "")
        else { return findings }
        return findings + place(row, code, level)
    }

    private static func place(_ row: MappedRow, _ code: AreaCode, _ level: AreaLevel) -> [Finding] {
        if !level.admits(code) {
            let words = Refusal.areaDoesNotFit(code, level).words
            return [
                Finding(
                    row: row.row, line: row.line, column: "level", value: level.rawValue, code: "area-does-not-fit", message: words.detail,
                    remedy: words.nextStep)
            ]
        }
        let parent = row.text(column(row, "parent"))
        if (level != .province && parent == nil) || parent == code.text {
            return [
                Finding(
                    row, "parent", value: parent ?? "", code: "parent-not-possible",
                    ("省级以下须有上级，且不能是自身", "below the province an area lies in another, not in itself"),
                    remedy: ("填写上级代码", "give the code of the area above"))
            ]
        }
        if !row.isMissing(column(row, "successor")),
            row.isMissing(column(row, "validUntil")) || row.text(column(row, "successor")) == code.text
        {
            return [
                Finding(
                    row, "successor", value: row.text(column(row, "successor")) ?? "", code: "successor-not-possible",
                    ("仍在使用的区域没有后继，后继也不能是自身", "an area in force has no successor, and none succeeds itself"),
                    remedy: ("填写停用日期，或删去后继", "give the last day, or leave the successor out"))
            ]
        }
        return []
    }
}
