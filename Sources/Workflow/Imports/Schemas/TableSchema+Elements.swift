import Incubation
import Tabular
import Values

extension TableSchema {
    static let leadership = TableSchema(
        kind: "leadership",
        columns: TableSchema.Column.organizationKey + [
            .choice("post", "职务", "post", of: PostKind.self, required: true, words: \.words),
            .text("personName", "姓名", "person", required: true, personal: true),
            .choice("chosenBy", "产生方式", "chosen by", of: SelectionMethod.self, required: true, words: \.words),
            .day("termBegan", "任期起始", "term began", required: true), .day("termEnds", "任期届满", "term ends"),
            .day("leftOn", "离任日期", "left on"), .recordedOn,
        ])

    static let charters = TableSchema(
        kind: "charters",
        columns: TableSchema.Column.organizationKey + [
            .count("charterVersion", "版本", "version", required: true, range: 1...100_000),
            .day("adoptedOn", "通过日期", "adopted on", required: true), .day("reviewedOn", "复审日期", "reviewed on"),
            .text("clauses", "条款", "clauses", longest: 2000, required: true), .count("votesEntitled", "应到人数", "votes entitled"),
            .count("votesInFavour", "赞成", "votes in favour"), .count("votesAgainst", "反对", "votes against"),
            .count("votesAbstained", "弃权", "votes abstained"), .recordedOn,
        ])

    static let bodies = TableSchema(
        kind: "bodies",
        columns: TableSchema.Column.organizationKey + [
            .choice("kind", "机构", "body", of: GovernanceBodyKind.self, required: true, words: \.words),
            .day("formedOn", "成立日期", "formed on", required: true), .day("dissolvedOn", "撤销日期", "dissolved on"),
            .count("memberCount", "人数", "members"), .count("meetingsPerYear", "每年应开会次数", "meetings per year", range: 0...366),
            .count("quorumPerMille", "法定人数（千分比）", "quorum in thousandths", range: 1...1000), .recordedOn,
        ])

    static let meetings = TableSchema(
        kind: "meetings",
        columns: TableSchema.Column.organizationKey + [
            .choice("body", "机构", "body", of: GovernanceBodyKind.self, required: true, words: \.words),
            .day("heldOn", "会议日期", "held on", required: true), .count("present", "实到人数", "present", required: true),
            .count("entitled", "应到人数", "entitled", required: true), .recordedOn,
        ])

    static let controls = TableSchema(
        kind: "controls",
        columns: TableSchema.Column.organizationKey + [
            .day("since", "起始日期", "since", required: true), .yesNo("ownAccount", "独立或托管账户", "own account", required: true),
            .yesNo("twoSignatures", "双人审批", "two signatures", required: true),
            .yesNo("accountsShown", "账目公开", "accounts shown", required: true), .recordedOn,
        ])

    static let boundaries = TableSchema(
        kind: "boundaries",
        columns: TableSchema.Column.organizationKey + [
            .day("since", "起始日期", "since", required: true), .lines("content", "服务内容", "content"),
            .lines("peopleServed", "服务对象", "people served"), .count("targetPopulation", "对象人数", "target population"),
            .lines("limits", "服务限度", "limits"), .lines("form", "服务形式", "form"),
            .text("areas", "服务区域", "areas", longest: 2000), .recordedOn,
        ])
}
