import Values

/// The audit trail.
struct AuditWords: Sendable {
    let title = both("审计记录", "Audit trail")
    let lead = both(
        "每一次办理都留下一条记录，前后相连；改动或删除其中任何一条都会被发现。记录里没有个人信息。",
        "Every act leaves one event, chained to the one before; whoever changes or removes one is found out. No personal data stands in it."
    )
    let district = both("区县代码", "District code")
    let districtHint = both("六位；留空为不属于单一区县的记录", "Six digits; empty for acts that belong to no single district")
    let subject = both("记录编号", "Record number")
    let question = both("只看", "Only")
    let onlyRefused = both("未准的办理", "what was refused")
    let onlyDisclosed = both("看过个人信息的", "where people's data was shown")
    let csv = both("下载 CSV", "Download CSV")
    let newest = both("最近的办理", "What was done last")
    let all = both("全部记录", "All events")
    let forWhat = both("用途", "Purpose")
    let why = both("未准的原因", "Why refused")
    let seeRefused = both("未准的办理", "What was refused")
    let seeDisclosed = both("谁看过个人信息、作何用途", "Who was shown people's data, and what for")
    let takeAway = both("导出审计记录（CSV）", "Take the events away (CSV)")
    let number = both("序号", "No.")
    let time = both("时间", "Time")
    let act = both("办理", "Act")
    let caller = both("办理人", "By")
    let about = both("对象", "About")
    let version = both("版本", "Version")
    let outcome = both("结果", "Outcome")
    let done = both("已办", "done")
    let refused = both("未准", "refused")
    let empty = both("没有记录", "No events")
    let emptyNext = both("换一个区县或编号试试。", "Try another district or number.")
    let localOperator = both("本机操作员", "operator at this machine")
    let visitor = both("访客", "visitor")

    func named(_ name: String, _ role: BilingualText) -> BilingualText { both("\(name)（\(role.zh)）", "\(name) (\(role.en))") }

    func purpose(_ purpose: String) -> BilingualText { both("用途：\(purpose)", "for: \(purpose)") }

    func rows(_ count: Int64) -> BilingualText { both("\(count) 行", count == 1 ? "1 row" : "\(count) rows") }

    func account(_ number: String) -> BilingualText { both("账号 \(number)", "account \(number)") }
}
