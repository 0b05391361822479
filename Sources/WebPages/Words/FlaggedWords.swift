import Values

/// The list of flagged organizations.
struct FlaggedWords: Sendable {
    let title = both("预警组织", "Flagged organizations")
    let lead = both(
        "预警写明理由、依据和怎样解除。它是上门走访的理由，不是结论。",
        "Each flag says why, what it rests on and what would clear it. It is a reason to visit, never a verdict.")
    let filter = both("查找条件", "Filter")
    let run = both("评估批次", "Run")
    let status = both("结论", "Status")
    let severity = both("最重预警", "Worst flag")
    let flag = both("预警规则", "Flag")
    let order = both("排序", "Order")
    let byRisk = both("终止的可能，从高到低", "Likeliest to end first")
    let byFlags = both("预警数，从多到少", "Most flags first")
    let byCoverage = both("已知程度，从低到高", "Least known first")
    let apply = both("查看", "Show")
    let clear = both("清除条件", "Clear")
    let organization = both("组织", "Organization")
    let estimate = both("24 个月内终止的可能", "Likely to end within 24 months")
    let known = both("已知", "Known")
    let reasons = both("预警与理由", "Flags and reasons")
    let empty = both("没有符合条件的预警组织", "No flagged organization fits")
    let emptyNext = both("可以换一个评估批次，或者放宽条件。", "Choose another run, or ask for less.")
    let noRun = both("还没有评估过", "Nothing has been assessed yet")
    let noRunNext = both("运行一次评估后，这里会列出预警组织及其理由。", "After a run, flagged organizations and reasons stand here.")
    let unsustainable = both("难以持续", "Unsustainable")
    let watch = both("需关注", "Watch")
    let stable = both("稳定", "Stable")
    let incomplete = both("资料不全", "Incomplete")
    let csv = both("导出 CSV", "Export CSV")
    let xlsx = both("导出 Excel", "Export Excel")
    let notShown = both("不作估计", "no estimate")
    let number = both("编号", "Number")
    let name = both("名称", "Name")
    let points = both("分数", "Points")
    let low = both("下限", "Lowest")
    let high = both("上限", "Highest")
    let code = both("预警代码", "Flag code")
    let reason = both("理由", "Reason")
    let action = both("建议", "What to do")
    let clears = both("怎样解除", "What clears it")
    let source = both("依据", "Source")
    let asOf = both("截至", "As of")
    let newest = both("最新一次", "the newest")
    let nation = both("全部组织", "the whole register")
    let fileName = both("预警组织", "flagged")

    /// Between conditions: places and names have commas of their own.
    let conditionMark = both("；", "; ")

    /// One of the conditions that a list is narrowed by.
    func inForce(_ label: BilingualText, _ chosen: String) -> BilingualText { both("\(label.zh)：\(chosen)", "\(label.en): \(chosen)") }

    func runNamed(_ day: String, _ area: String, _ count: String) -> BilingualText {
        both("\(day)　\(area)　\(count) 个", "\(day), \(area), \(count)")
    }

    func more(_ count: Int) -> BilingualText { both("另有 \(count) 项", "\(count) more") }

    func shown(_ count: Int, more: Bool) -> BilingualText {
        more ? both("本页 \(count) 个，后面还有", "\(count) on this page, more follow") : both("共 \(count) 个", "\(count) in all")
    }

    func atLeast(_ severity: BilingualText) -> BilingualText { both("\(severity.zh)及以上", "\(severity.en) or worse") }
}
