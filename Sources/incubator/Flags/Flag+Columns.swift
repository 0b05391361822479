import Appraisal
import Incubation
import Values
import Workflow

extension FlagFile: Presentable {
    static let columns: [Column<FlagFile>] = [
        Column("organization", "组织", "organization") { .text($0.organization.description) },
        Column("code", "代码", "code") { .text($0.code) },
        Column("severity", "程度", "severity") { .term($0.severity, \.words) },
        Column("raisedOn", "出现", "raised on") { .day($0.raisedOn) },
        Column("state", "处理", "state") { .term($0.work.state, \.words) },
        Column("owner", "承办人", "owner") { .text($0.work.owner) },
        Column("dueOn", "期限", "due on") { .day($0.work.due?.on) },
        Column("dueRule", "期限依据", "due by rule", brief: false) { .text($0.work.due?.rule) },
        Column("consequence", "后果", "consequence") { .term($0.work.confirmation?.consequence, \.words) },
        Column("confirmedBy", "确认人", "confirmed by") { .text($0.work.confirmation?.by) },
        Column("confirmedOn", "确认日期", "confirmed on", brief: false) { .day($0.work.confirmation?.on) },
        Column("clearedOn", "解除", "cleared on") { .day($0.work.clearedOn) },
        Column("version", "版本", "version") { .integer($0.version) },
        Column("reason", "原因", "reason", brief: false) { $0.finding.map { .words($0.reason.text) } ?? .missing },
        Column("action", "建议", "action", brief: false) { $0.finding.map { .words($0.action.text) } ?? .missing },
        Column("clears", "解除条件", "clears", brief: false) { $0.finding.map { .words($0.clears.text) } ?? .missing },
        Column("history", "经过", "history", brief: false) { .records($0.history.map { Record($0) }) },
    ]
}

extension FlagLine: Presentable {
    static let columns: [Column<FlagLine>] =
        [
            Column("name", "名称", "name") { .text($0.name) },
            Column("englishName", "英文名称", "English name", brief: false) { .text($0.englishName) },
        ] + FlagFile.columns.filter { !["reason", "action", "clears", "history"].contains($0.name) }.map { $0.within(\.file) }
}

extension HandledFlagStep: Presentable {
    static let columns: [Column<HandledFlagStep>] = [
        Column("step", "步骤", "step") { .integer(Int64($0.step)) },
        Column("act", "事项", "act") { .text($0.act) },
        Column("caller", "办理人", "by") { .text($0.caller) },
        Column("at", "时间", "at") { .text($0.at.rfc3339) },
        Column("owner", "承办人", "owner") { .text($0.owner) },
        Column("dueOn", "期限", "due on") { .day($0.dueOn) },
        Column("note", "说明", "note") { .text($0.note) },
    ]
}

extension RecordedIntervention: Presentable {
    static let columns: [Column<RecordedIntervention>] = [
        Column("number", "序号", "number") { .integer(Int64($0.number)) },
        Column("kind", "种类", "kind") { .term($0.intervention.kind, \.words) },
        Column("heldOn", "日期", "held on") { .day($0.intervention.heldOn) },
        Column("reason", "缘由", "reason") { .term($0.intervention.reason, \.words) },
        Column("flag", "预警", "flag") { .text($0.intervention.flag) },
        Column("run", "批次", "run") { $0.intervention.run.map(FieldValue.integer) ?? .missing },
        Column("result", "结果", "result") { .text($0.intervention.result) },
        Column("recordedBy", "记录人", "recorded by") { .text($0.recordedBy) },
        Column("recordedOn", "记录日期", "recorded on") { .day($0.recordedOn) },
    ]
}
