import Values

/// The explanation of an assessment.
struct ExplanationWords: Sendable {
    let estimates = both("估计值", "Estimates")
    let horizon = both("期限", "Within")
    let estimate = both("终止的可能", "Likely to end")
    let range = both("区间", "Range")
    let rangeMeaning = both(
        "区间是把未知的情况分别按最好和最差来算。未经本地校准。",
        "The range takes what is unknown at its best and at its worst. Not calibrated locally.")
    let outlook = both("怎样降低估计值", "What would lower the estimate")
    let noPromise = both("这些改变会降低估计值，但不保证组织一定能持续。", "These would lower the estimate. That is no promise that it lasts.")
    let parts = both("每一分从哪里来", "Where each point comes from")
    let part = both("项目", "Part")
    let value = both("现值", "Value")
    let points = both("分数", "Points")
    let logOdds = both("对数几率", "Log-odds")
    let adds = both("各项相加就是估计值的对数几率。", "The parts add up to the log-odds of the estimate.")
    let base = both("同类组织的基础风险", "base risk of its kind")
    let readings = both("所用的指标和记录", "Indicators and the records they rest on")
    let indicator = both("指标", "Indicator")
    let state = both("状态", "State")
    let record = both("所据记录", "Record")
    let rubric = both("所用规则", "By the rules")
    let tryIt = both("试算其他数值", "Try other values")

    func title(_ name: String) -> BilingualText { both("\(name)：评估说明", "\(name): assessment explained") }

    func months(_ count: Int) -> BilingualText { both("\(count) 个月", "\(count) months") }

    func stepsEnd(_ before: Int, _ after: Int, _ status: BilingualText) -> BilingualText {
        both(
            "分数由 \(before) 变为 \(after)，届时结论为“\(status.zh)”。", "\(before) points would become \(after); the status by itself: \(status.en).")
    }
}

/// Trying other values.
struct WhatIfWords: Sendable {
    let lead = both(
        "改动一项或几项指标，看看评估会怎样变化。这里不保存任何内容。", "Change one indicator or several and see what the assessment would be. Nothing is stored.")
    let result = both("结果", "Result")
    let now = both("现在", "Now")
    let then = both("改动后", "Then")
    let nothing = both("还没有改动。填写左边任意一项后按“试算”。", "Nothing is changed yet. Fill in any value and press “Try”.")
    let cleared = both("解除的预警", "Flags cleared")
    let raised = both("新出现的预警", "Flags raised")
    let covered = both("被更重的预警取代", "Covered by a worse flag")
    let calculate = both("试算", "Try")
    let reset = both("全部清空", "Clear all")
    let unknownHint = both("填 unknown 表示未知", "Write unknown for what is not known")
    let current = both("现为", "now")

    func title(_ name: String) -> BilingualText { both("\(name)：试算", "\(name): what if") }
}
