import Appraisal
import ArgumentParser
import Values

/// The tables that a back-test can print.
enum BacktestTableName: String, CaseIterable, ExpressibleByArgument {
    case measures
    case balance
    case reliability
    case flags
    case groups
    case walkForward = "walk-forward"
    case growth

    var title: BilingualText {
        switch self {
        case .measures: BilingualText(zh: "各模型", en: "models")
        case .balance: BilingualText(zh: "预期与实际退出", en: "exits expected and observed")
        case .reliability: BilingualText(zh: "校准表（十分位）", en: "reliability by tenths")
        case .flags: BilingualText(zh: "各预警的提升度", en: "lift of every flag")
        case .groups: BilingualText(zh: "按类型、规模、年龄的差异", en: "differences by type, size and age")
        case .walkForward: BilingualText(zh: "逐年向前检验", en: "walk-forward, the intercept moved every year")
        case .growth: BilingualText(zh: "随本地结果增长的校准", en: "calibration as it would have grown here")
        }
    }
}

extension BacktestReport {
    /// Prints the tables asked for; all of them for people, where none is named.
    func show(_ table: BacktestTableName?, as format: TableOptions) throws {
        let measures = self.measures
        guard !measures.isEmpty else {
            Terminal.complain(
                BilingualText(
                    zh: "数据没有 \(horizon.rawValue) 个月的结果，无从衡量。",
                    en: "The data hold no outcomes of \(horizon.rawValue) months to measure by."))
            return
        }
        if let table { return try show(table, measures, parts, as: format) }
        if format.json || format.csv { return try Listing.show(measures, as: format) }
        let parts = self.parts
        for (number, table) in BacktestTableName.allCases.enumerated() {
            if number > 0 { try Terminal.show("\n\(table.title[Terminal.language])") }
            try show(table, measures, parts, as: format)
        }
        Terminal.complain(
            BilingualText(
                zh: "概率未经本地校准；没有中国的结果数据，四要素的质量尚未检验。",
                en: "No probability is calibrated locally: there are no Chinese outcomes, and the quality of the four elements is untested."
            ))
    }

    private func show(_ table: BacktestTableName, _ measures: [BacktestMeasure], _ parts: [BacktestPart], as format: TableOptions) throws {
        switch table {
        case .measures: try Listing.show(measures, as: format)
        case .balance: try Listing.show(parts.map(\.balance), as: format)
        case .reliability: try Listing.show(parts.flatMap(\.reliability), as: format)
        case .flags: try Listing.show(parts.flatMap(\.lifts), as: format)
        case .groups: try Listing.show(parts.flatMap(\.groups), as: format)
        case .growth: try Listing.show(parts.flatMap(\.growth), as: format)
        case .walkForward:
            let lines = parts.flatMap(\.walkForward)
            try Listing.show(lines, as: format)
            guard !format.json, !format.csv, !lines.isEmpty else { return }
            let better = lines.count { $0.year.movedBrier < $0.year.brier }
            let words = BilingualText(
                zh: "逐年调整截距在 \(lines.count) 年中有 \(better) 年降低了 Brier 分数。",
                en: "Moving the intercept every year lowered the Brier score in \(better) of \(lines.count) years.")
            try Terminal.show(words[Terminal.language])
        }
    }
}
