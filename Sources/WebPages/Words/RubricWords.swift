import Values

/// The pages of rubrics.
struct RubricWords: Sendable {
    let title = both("评估规则", "Assessment rules")
    let lead = both(
        "评估完全按照这里写明的规则进行，每一条都注明依据。规则有版本，旧结果可以按当时的版本重算。",
        "Assessments follow the rules written here, each with what it rests on. Rules have versions, and an old result can be worked out again by its own."
    )
    let indicators = both("指标与分值", "Indicators and points")
    let flags = both("预警规则", "Flag rules")
    let validFrom = both("生效日期", "Valid from")
    let author = both("作者", "Author")
    let hash = both("内容摘要（SHA-256）", "Content hash (SHA-256)")
    let notes = both("说明", "Notes")
    let lines = both("结论的界限", "Lines between the statuses")
    let perPoint = both("每一分增加的对数几率", "Log-odds that a point adds")
    let code = both("代码", "Code")
    let name = both("名称", "Name")
    let definition = both("含义", "Meaning")
    let bands = both("分值", "Points")
    let missing = both("到期未报", "due but missing")
    let required = both("完备要求", "Complete when")
    let evidence = both("证据", "Evidence")
    let condition = both("条件", "Condition")
    let reason = both("理由", "Reason")
    let action = both("建议", "What to do")
    let clears = both("怎样解除", "What clears it")
    let source = both("依据", "Source")
    let severity = both("程度", "Severity")
    let populations = both("组织类别与基础风险", "Kinds of organizations and base risk")
    let basis = both("来源", "Basis")
    let baseRisk = both("无扣分时 24 个月内终止的可能", "Likely to end within 24 months without points")
    let lowerWorse = both("越低越差", "lower is worse")
    let higherWorse = both("越高越差", "higher is worse")
    let contextOnly = both("仅供参考，不计分", "for information, no points")
    let element = both("四要素之一", "one of the four elements")
    let noPoints = both("不计分", "no points")
    let modelCard = both("局限", "Limits")
    let limits = both(
        "没有中国组织的结果数据；四要素的质量未经结果检验；概率未经本地校准。预警只是上门走访的理由，任何后果都须由人确认。",
        "There are no outcomes of Chinese organizations; the quality of the four elements is untested; no probability is calibrated locally. A flag is a reason to visit, and a person confirms any consequence."
    )

    func watchFrom(_ share: String, _ red: String) -> BilingualText {
        both("24 个月内终止的可能达 \(share) 为“需关注”，达 \(red) 为“难以持续”", "watch from \(share), unsustainable from \(red), within 24 months")
    }

    func points(_ points: Int) -> BilingualText { both("\(points) 分", points == 1 ? "1 point" : "\(points) points") }

    func anyValue() -> BilingualText { both("任何值", "any value") }

    func orMore(_ low: BilingualText) -> BilingualText { both("\(low.zh) 及以上", "\(low.en) or more") }

    func below(_ high: BilingualText) -> BilingualText { both("低于 \(high.zh)", "below \(high.en)") }

    func between(_ low: BilingualText, _ high: BilingualText) -> BilingualText {
        both("\(low.zh) 至不到 \(high.zh)", "\(low.en) to below \(high.en)")
    }

    func and() -> BilingualText { both("，并且 ", ", and ") }
}
