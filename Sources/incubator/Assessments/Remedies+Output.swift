import Appraisal
import Values
import Workflow

extension Remedies: Presentable {
    static let columns: [Column<Remedies>] = [
        Column("watchLine", "关注线", "watch line") { .number($0.watchLine) },
        Column("sentence", "结论", "outlook") { .words($0.sentence) },
        Column("clearings", "解除条件", "what clears the flags") { .records($0.clearings.map { Record($0) }) },
        Column("lowering", "降低估计值的改变", "changes that would lower the estimate") {
            if case .reachable(let lowering) = $0.outlook { .record(Record(lowering)) } else { .missing }
        },
    ]

    func lines(in language: Language) -> [String] {
        guard case .reachable(let lowering) = outlook else { return [sentence[language]] }
        let status = lowering.status.words[language]
        let end =
            language == .english
            ? "\(lowering.pointsBefore) points would become \(lowering.pointsAfter); the status by itself: \(status)."
            : "分数由 \(lowering.pointsBefore) 变为 \(lowering.pointsAfter)；届时结论为：\(status)。"
        let steps = lowering.steps.map { "    \($0.indicator)  \($0.words[language])" }
        return ([sentence[language]] + steps + ["    " + end]).map(DisplayWidth.harmless)
    }
}

extension Remedies.Clearing: Presentable {
    static let columns: [Column<Remedies.Clearing>] = [
        Column("flag", "预警", "flag") { .text($0.flag) },
        Column("change", "改变", "change") { $0.change.map { .record(Record($0)) } ?? .missing },
        Column("wouldRaise", "随后会有", "would then be raised") { .texts($0.wouldRaise) },
    ]

    /// What stands below a flag.
    func lines(in language: Language) -> [String] {
        guard let change else {
            return [language == .english ? "not in the organization's own hands" : "非组织自身所能改变"]
        }
        let rest = wouldRaise.joined(separator: language == .english ? ", " : "、")
        let note = language == .english ? "  [then \(rest) would show]" : "〔随后会出现 \(rest)〕"
        return ["→ " + change.words[language] + (wouldRaise.isEmpty ? "" : note)]
    }
}

extension Remedies.Change: Presentable {
    static let columns: [Column<Remedies.Change>] = [
        Column("indicator", "指标", "indicator") { .text($0.indicator) },
        Column("words", "说明", "in words") { .words($0.words) },
        Column("from", "现值", "from") { $0.from.map(FieldValue.number) ?? .missing },
        Column("needed", "须达到", "needed") { .number($0.needed) },
        Column("amount", "金额", "amount") { .money($0.amount) },
        Column("currency", "币种", "currency") { .text($0.currency) },
    ]
}

extension Remedies.Lowering: Presentable {
    static let columns: [Column<Remedies.Lowering>] = [
        Column("steps", "改变", "steps") { .records($0.steps.map { Record($0) }) },
        Column("pointsBefore", "原分数", "points before") { .integer(Int64($0.pointsBefore)) },
        Column("pointsAfter", "新分数", "points after") { .integer(Int64($0.pointsAfter)) },
        Column("probability", "24 个月内终止的可能", "probability of ending within 24 months") { .number($0.probability) },
        Column("status", "结论", "status") { .term($0.status, \.words) },
    ]
}
