import Values

/// The audit trail.
struct AuditWords: Sendable {
    let title = both("审计记录", "Audit trail")
    let lead = both(
        "每一次办理都留下一条记录，前后相连；改动或删除其中任何一条都会被发现。记录里没有个人信息。",
        "Every act leaves one event, chained to the one before; whoever changes or removes one is found out. No personal data stands in it."
    )
    let filter = both("查找条件", "Filter")
    let district = both("区县代码", "District code")
    let districtHint = both("六位；留空为不属于单一区县的记录", "Six digits; empty for acts that belong to no single district")
    let subject = both("记录编号", "Record number")
    let apply = both("查看", "Show")
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

    func account(_ number: String) -> BilingualText { both("账号 \(number)", "account \(number)") }
}
