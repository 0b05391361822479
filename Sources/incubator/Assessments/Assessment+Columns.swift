import Appraisal
import Incubation
import Values
import Workflow

extension StoredAssessment: Presentable {
    static let columns: [Column<StoredAssessment>] = [
        Column("organization", "组织", "organization") { .text($0.organization.description) },
        Column("name", "名称", "name") { .text($0.name) },
        Column("englishName", "英文名称", "English name", brief: false) { .text($0.englishName) },
        Column("run", "批次", "run", brief: false) { .integer($0.run) },
        Column("status", "结论", "status") { .term(Status(rawValue: $0.status), \.words) },
        Column("computedStatus", "本次结论", "status by itself", brief: false) { .term(Status(rawValue: $0.computedStatus), \.words) },
        Column("points", "分数", "points") { .integer(Int64($0.points)) },
        Column("coverage", "已知比例", "coverage") { .number($0.coverage) },
        Column("coverageClass", "已知程度", "coverage class", brief: false) { .term(CoverageClass(rawValue: $0.coverageClass), \.words) },
        Column("probability", "24 个月内终止的可能", "probability of ending within 24 months") { number($0.probability) },
        Column("probabilityLow", "下限", "lowest", brief: false) { number($0.probabilityLow) },
        Column("probabilityHigh", "上限", "highest", brief: false) { number($0.probabilityHigh) },
        Column("calibration", "校准", "calibration", brief: false) { .term(CalibrationStage(rawValue: $0.detail.calibration), \.words) },
        Column("flags", "预警", "flags") { .records($0.detail.flags.map { Record($0) }) },
    ]

    private static func number(_ value: Double?) -> FieldValue { value.map(FieldValue.number) ?? .missing }
}

extension AssessmentDetail.Flag: Presentable {
    static let columns: [Column<AssessmentDetail.Flag>] = [
        Column("code", "代码", "code") { .text($0.code) },
        Column("severity", "程度", "severity") { .term(FlagRule.Severity(rawValue: $0.severity), \.words) },
        Column("reason", "原因", "reason") { .words($0.reason.text) },
        Column("value", "值", "value") { $0.value.map(FieldValue.number) ?? .missing },
        Column("threshold", "界限", "threshold") { .number($0.threshold) },
        Column("action", "建议", "action") { .words($0.action.text) },
        Column("clears", "解除条件", "clears") { .words($0.clears.text) },
        Column("source", "依据", "source") { .words($0.source.text) },
        Column("record", "记录", "record") { .text($0.record) },
        Column("since", "起始", "since") { .text($0.since) },
    ]
}

extension AssessmentDetail.Estimate: Presentable {
    static let columns: [Column<AssessmentDetail.Estimate>] = [
        Column("months", "月数", "months") { .integer(Int64($0.months)) },
        Column("probability", "可能", "probability") { .number($0.probability) },
        Column("lowest", "下限", "lowest") { .number($0.lowest) },
        Column("highest", "上限", "highest") { .number($0.highest) },
    ]
}

extension AssessmentDetail.Reading: Presentable {
    static let columns: [Column<AssessmentDetail.Reading>] = [
        Column("indicator", "指标", "indicator") { .text($0.indicator) },
        Column("state", "状态", "state") { .term(IndicatorState(rawValue: $0.state), \.words) },
        Column("value", "值", "value") { $0.value.map(FieldValue.number) ?? .missing },
        Column("source", "记录", "record") { .text($0.source) },
    ]
}

extension AssessmentDetail.Contribution: Presentable {
    static let columns: [Column<AssessmentDetail.Contribution>] = [
        Column("part", "部分", "part") { .text($0.part) },
        Column("points", "分数", "points") { .integer(Int64($0.points)) },
        Column("logOdds", "对数几率", "log-odds") { .number($0.logOdds) },
    ]
}

extension AssessmentDetail.Element: Presentable {
    static let columns: [Column<AssessmentDetail.Element>] = [
        Column("family", "要素", "element") { .text($0.family) },
        Column("required", "应有", "required") { .integer(Int64($0.required)) },
        Column("met", "已有", "met") { .integer(Int64($0.met)) },
        Column("quality", "质量", "quality") { $0.quality.map(FieldValue.number) ?? .missing },
        Column("reviewers", "评审人数", "reviewers") { .integer(Int64($0.reviewers)) },
        Column("isAbsent", "缺失", "absent") { .yesNo($0.isAbsent) },
    ]
}
