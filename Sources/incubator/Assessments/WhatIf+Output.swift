import Appraisal
import Incubation
import Values
import Workflow

extension WhatIfResult: Presentable {
    static let columns: [Column<WhatIfResult>] = [
        Column("organization", "组织", "organization") { .text($0.organization.description) },
        Column("name", "名称", "name") { .text($0.name) },
        Column("englishName", "英文名称", "English name") { .text($0.englishName) },
        Column("asOf", "截至", "as of") { .day($0.whatIf.before.asOf) },
        Column("rubric", "评分规则", "rubric") { .text($0.rubric.rubric.id) },
        Column("rubricHash", "规则摘要", "rubric's hash") { .text($0.rubric.hash) },
        Column("changes", "改变", "changes") { .records($0.changes.map { Record($0) }) },
        Column("before", "之前", "before") { .record(Record($0.whatIf.before.outcome)) },
        Column("after", "之后", "after") { .record(Record($0.whatIf.after.outcome)) },
        Column("cleared", "解除的预警", "flags cleared") { .records($0.records($0.whatIf.cleared)) },
        Column("covered", "被更重预警取代", "flags covered by a worse one") { .records($0.records($0.whatIf.covered)) },
        Column("raised", "新出现的预警", "flags raised") { .records($0.records($0.whatIf.raised)) },
    ]

    private var changes: [ReadingChange] {
        changed.map { index in
            ReadingChange(
                indicator: rubric.rubric.indicators[index], before: whatIf.before.readings[index], after: whatIf.after.readings[index])
        }
    }

    private func records(_ flags: [RaisedFlag]) -> [Record] {
        flags.map { Record(ShownFlag(rule: rubric.rubric.flags[$0.rule], reason: $0.reason(by: rubric.rubric))) }
    }

    /// The result for people.
    func lines(in language: Language) -> [String] {
        let asOf = whatIf.before.asOf
        var lines = [
            language == .english
                ? "\(organization)  \(englishName ?? name)  as of \(asOf) by \(rubric.rubric.id)"
                : "\(organization)  \(name)  截至 \(asOf)，按 \(rubric.rubric.id)"
        ]
        for change in changes {
            let indicator = change.indicator
            let (before, after) = (indicator.unit.words(for: change.before), indicator.unit.words(for: change.after))
            lines.append("    \(indicator.code)  \(indicator.name[language])  \(before[language]) → \(after[language])")
        }
        let outcomes = [
            Record.Field(
                "outcomes", "结果", "result",
                .records([
                    whatIf.before.outcome.row(BilingualText(zh: "之前", en: "before")),
                    whatIf.after.outcome.row(BilingualText(zh: "之后", en: "after")),
                ]))
        ]
        lines += Record(outcomes).lines(in: language)
        let lists = [
            (BilingualText(zh: "解除", en: "cleared"), whatIf.cleared), (BilingualText(zh: "新出现", en: "raised"), whatIf.raised),
            (BilingualText(zh: "被更重预警取代", en: "covered by a worse flag"), whatIf.covered),
        ]
        lines.append("")
        for (title, flags) in lists {
            for flag in flags {
                let rule = rubric.rubric.flags[flag.rule]
                let parts = [title[language], rule.code, rule.severity.words[language], flag.reason(by: rubric.rubric)[language]]
                lines.append(parts.joined(separator: "  "))
            }
        }
        if lists.allSatisfy(\.1.isEmpty) { lines.append(language == .english ? "The flags stay as they are." : "预警没有变化。") }
        return lines
    }
}

/// One indicator before and after.
struct ReadingChange: Presentable {
    let indicator: Indicator
    let before: IndicatorReading
    let after: IndicatorReading

    static let columns: [Column<ReadingChange>] = [
        Column("indicator", "指标", "indicator") { .text($0.indicator.code) },
        Column("name", "名称", "name") { .words($0.indicator.name) },
        Column("before", "原值", "before") { $0.before.value.map(FieldValue.number) ?? .missing },
        Column("stateBefore", "原状态", "state before") { .term($0.before.state, \.words) },
        Column("after", "新值", "after") { $0.after.value.map(FieldValue.number) ?? .missing },
        Column("stateAfter", "新状态", "state after") { .term($0.after.state, \.words) },
    ]
}

extension Indicator.Unit {
    /// A reading as people write it: its value, or why there is none.
    func words(for reading: IndicatorReading) -> BilingualText {
        reading.value.map { words(for: $0) } ?? reading.state.words
    }
}

/// A flag with what it says.
struct ShownFlag: Presentable {
    let rule: FlagRule
    let reason: BilingualText

    static let columns: [Column<ShownFlag>] = [
        Column("code", "代码", "code") { .text($0.rule.code) },
        Column("severity", "程度", "severity") { .term($0.rule.severity, \.words) },
        Column("reason", "原因", "reason") { .words($0.reason) },
    ]
}

/// What an evaluation amounts to, without what it rests on.
struct EvaluationOutcome: Presentable {
    let evaluation: Evaluation

    private var estimate: Probabilities.Estimate? { evaluation.showsProbability ? evaluation.probabilities.months24 : nil }

    static let columns: [Column<EvaluationOutcome>] = [
        Column("points", "分数", "points") { .integer(Int64($0.evaluation.totalPoints)) },
        Column("probability", "24 个月内终止的可能", "probability of ending within 24 months") { number($0.estimate?.probability) },
        Column("probabilityLow", "下限", "lowest") { number($0.estimate?.lowest) },
        Column("probabilityHigh", "上限", "highest") { number($0.estimate?.highest) },
        Column("coverage", "已知比例", "coverage") { .number($0.evaluation.coverage) },
        Column("status", "结论", "status") { .term($0.evaluation.status, \.words) },
    ]

    private static func number(_ value: Double?) -> FieldValue { value.map(FieldValue.number) ?? .missing }

    /// The outcome as a row below a title.
    func row(_ title: BilingualText) -> Record {
        var row = Record(self)
        row.fields.insert(Record.Field("when", "", "", .words(title)), at: 0)
        return row
    }
}

extension Evaluation {
    var outcome: EvaluationOutcome { EvaluationOutcome(evaluation: self) }
}
