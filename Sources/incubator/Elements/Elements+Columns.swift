import Incubation
import Values
import Workflow

extension FourElements: Presentable {
    static let columns: [Column<FourElements>] = [
        Column("leadership", "领袖团队", "leadership team") { .records($0.leadership.map { Record($0) }) },
        Column("charters", "活动章程", "charters") { .records($0.charters.map { Record($0) }) },
        Column("bodies", "治理机构", "governance bodies") { .records($0.bodies.map { Record($0) }) },
        Column("meetings", "会议", "meetings") { .records($0.meetings.map { Record($0) }) },
        Column("controls", "资金管理", "money controls") { .records($0.controls.map { Record($0) }) },
        Column("boundaries", "服务边界", "service boundaries") { .records($0.boundaries.map { Record($0) }) },
    ]
}

extension LeadershipPost: Presentable {
    static let columns: [Column<LeadershipPost>] = [
        Column("post", "职务", "post") { .term($0.post, \.words) },
        Column("personName", "姓名", "person") { .text($0.personName) },
        Column("chosenBy", "产生方式", "chosen by") { .term($0.chosenBy, \.words) },
        Column("termBegan", "任期起始", "term began") { .day($0.termBegan) },
        Column("termEnds", "任期届满", "term ends") { .day($0.termEnds) },
        Column("left", "离任日期", "left") { .day($0.left) },
    ]
}

extension Charter: Presentable {
    static let columns: [Column<Charter>] = [
        Column("version", "版本", "version") { .integer(Int64($0.version)) },
        Column("adoptedOn", "通过日期", "adopted on") { .day($0.adoptedOn) },
        Column("reviewedOn", "复审日期", "reviewed on") { .day($0.reviewedOn) },
        Column("adoption", "表决", "adoption") { $0.adoption.map { .record(Record($0)) } ?? .missing },
        Column("clauses", "条款", "clauses", brief: false) { charter in terms(CharterClause.allCases.filter(charter.clauses.contains)) },
        Column("missingClauses", "缺少的条款", "missing clauses") { terms($0.missingClauses) },
    ]

    private static func terms(_ clauses: [CharterClause]) -> FieldValue {
        .list(clauses.map { .term($0, \.words) })
    }
}

extension AdoptionVote: Presentable {
    static let columns: [Column<AdoptionVote>] = [
        Column("entitled", "应到人数", "entitled") { .count($0.entitled) },
        Column("inFavour", "赞成", "in favour") { .count($0.inFavour) },
        Column("against", "反对", "against") { .count($0.against) },
        Column("abstained", "弃权", "abstained") { .count($0.abstained) },
    ]
}

extension GovernanceBody: Presentable {
    static let columns: [Column<GovernanceBody>] = [
        Column("kind", "机构", "body") { .term($0.kind, \.words) },
        Column("formedOn", "成立日期", "formed on") { .day($0.formedOn) },
        Column("dissolvedOn", "撤销日期", "dissolved on") { .day($0.dissolvedOn) },
        Column("memberCount", "人数", "members") { .count($0.memberCount) },
        Column("meetingsPerYear", "每年应开会次数", "meetings per year") { .count($0.meetingsPerYear) },
        Column("quorumPerMille", "法定人数（千分比）", "quorum in thousandths") { .count($0.quorumPerMille) },
    ]
}

extension GovernanceMeeting: Presentable {
    static let columns: [Column<GovernanceMeeting>] = [
        Column("body", "机构", "body") { .term($0.body, \.words) },
        Column("heldOn", "会议日期", "held on") { .day($0.heldOn) },
        Column("present", "实到人数", "present") { .count($0.present) },
        Column("entitled", "应到人数", "entitled") { .count($0.entitled) },
    ]
}

extension MoneyControls: Presentable {
    static let columns: [Column<MoneyControls>] = [
        Column("since", "起始日期", "since") { .day($0.since) },
        Column("ownAccount", "独立或托管账户", "own account") { .yesNo($0.ownAccount) },
        Column("twoSignatures", "双人审批", "two signatures") { .yesNo($0.twoSignatures) },
        Column("accountsShown", "账目公开", "accounts shown") { .yesNo($0.accountsShown) },
    ]
}

extension ServiceBoundary: Presentable {
    static let columns: [Column<ServiceBoundary>] = [
        Column("since", "起始日期", "since") { .day($0.since) },
        Column("content", "服务内容", "content") { .text($0.content) },
        Column("peopleServed", "服务对象", "people served") { .text($0.peopleServed) },
        Column("targetPopulation", "对象人数", "target population") { .count($0.targetPopulation) },
        Column("limits", "服务限度", "limits") { .text($0.limits) },
        Column("form", "服务形式", "form") { .text($0.form) },
        Column("areas", "服务区域", "areas") { .texts($0.areas.map(\.text)) },
    ]
}
