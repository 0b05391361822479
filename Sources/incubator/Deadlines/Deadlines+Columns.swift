import Incubation
import Values
import Workflow

extension PendingLine: Presentable {
    static let columns: [Column<PendingLine>] = [
        Column("number", "编号", "number") { .text($0.item.number.description) },
        Column("version", "版本", "version", brief: false) { .integer($0.item.version) },
        Column("kind", "事项", "what") { .term($0.item.kind, \.words) },
        Column("organization", "组织编号", "organization", brief: false) { .text($0.item.number.organization.description) },
        Column("organizationName", "组织", "organization") { .text($0.organizationName) },
        Column("area", "所在区域", "area", brief: false) { .text($0.item.area.text) },
        Column("owner", "负责", "waits for") { .record(Record($0.item.owner)) },
        Column("startsOn", "起算日", "from", brief: false) { .day($0.item.days.startsOn) },
        Column("remindOn", "提醒日", "reminder", brief: false) { .day($0.item.days.remindOn) },
        Column("dueOn", "截止日", "last day") { .day($0.item.days.dueOn) },
        Column("escalateOn", "上报日", "escalates on", brief: false) { .day($0.item.days.escalateOn) },
        Column("state", "状态", "state", brief: false) { .term($0.item.state, \.words) },
        Column("standing", "期限情况", "standing") { .term($0.standing, \.words) },
        Column("calendars", "所用日历", "calendars", brief: false) { .texts($0.item.calendars) },
        Column("openedAt", "产生时间", "opened at", brief: false) { .text($0.item.openedAt.rfc3339) },
        Column("remindedAt", "提醒时间", "reminded at", brief: false) { .text($0.item.remindedAt?.rfc3339) },
        Column("escalatedAt", "上报时间", "escalated at", brief: false) { .text($0.item.escalatedAt?.rfc3339) },
        Column("closedAt", "办结时间", "closed at", brief: false) { .text($0.item.closedAt?.rfc3339) },
    ]
}

extension PendingFile: Presentable {
    static let columns: [Column<PendingFile>] =
        PendingLine.columns.map { $0.within(\.line) } + [
            Column("rule", "依据", "rule") { .record(Record($0.rule)) },
            Column("history", "经过", "history") { .records($0.history.map { Record($0) }) },
        ]
}

extension PendingOwner: Presentable {
    static let columns: [Column<PendingOwner>] = [
        Column("role", "角色", "role") { if case .role(let role, _) = $0 { .term(role, \.words) } else { .missing } },
        Column("area", "区域", "area") { if case .role(_, let area) = $0 { .text(area.text) } else { .missing } },
        Column("account", "账号", "account") { if case .account(let account) = $0 { .integer(account) } else { .missing } },
    ]
}

extension PendingStep: Presentable {
    static let columns: [Column<PendingStep>] = [
        Column("what", "经过", "what") { .term($0.what, \.words) },
        Column("at", "时间", "time") { .text($0.at.rfc3339) },
        Column("caller", "操作者", "caller") { .text($0.caller) },
        Column("owner", "负责", "waits for") { .record(Record($0.owner)) },
        Column("reason", "理由", "reason") { .text($0.reason) },
    ]
}

extension DeadlineRule: Presentable {
    static let columns: [Column<DeadlineRule>] = [
        Column("kind", "事项", "what") { .term($0.kind, \.words) },
        Column("jurisdiction", "适用区域", "area") { .text($0.reference.jurisdiction?.text) },
        Column("version", "版本", "version", brief: false) { .integer($0.reference.version) },
        Column("amount", "期限", "amount") { .integer(Int64($0.terms.period.amount)) },
        Column("unit", "单位", "unit") { .term($0.terms.period.unit, \.words) },
        Column("movesOn", "遇假日顺延", "moves on", brief: false) { .yesNo($0.terms.movesOn) },
        Column("remindBefore", "提前提醒", "reminder before", brief: false) { .integer(Int64($0.terms.remindBefore)) },
        Column("escalateAfter", "逾期上报", "escalates after", brief: false) { .integer(Int64($0.terms.escalateAfter)) },
        Column("owner", "负责角色", "waits for") { .term($0.owner, \.words) },
        Column("escalatesTo", "上报角色", "escalates to", brief: false) { .term($0.escalatesTo, \.words) },
        Column("endsWithCase", "随案卷结束", "ends with the case", brief: false) { .yesNo($0.endsWithCase) },
        Column("certainty", "可靠程度", "certainty") { .term($0.certainty, \.words) },
        Column("source", "依据", "source", brief: false) { .words($0.source) },
        Column("validFrom", "生效日期", "valid from", brief: false) { .day($0.validFrom) },
        Column("validUntil", "失效日期", "valid until", brief: false) { .day($0.validUntil) },
    ]
}

/// An item that was reminded of or that escalated.
struct TimedLine: Presentable {
    let act: DeadlineAct
    let line: PendingLine

    static let columns: [Column<TimedLine>] =
        [Column("act", "处理", "act") { .term($0.act, \.words) }] + PendingLine.columns.map { $0.within(\.line) }
}
