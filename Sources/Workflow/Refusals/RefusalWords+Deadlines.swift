import Incubation
import Values

/// Words of refusals about calendars, deadlines and what waits.
extension RefusalWords {
    static func calendarMissing(_ year: Int) -> RefusalWords {
        RefusalWords(
            text("没有该年的工作日历", "There is no calendar of that year"),
            text(
                "尚未录入 \(year) 年的工作日历，期限无法计算。", "The working days of \(year) have not been entered, so the deadline cannot be computed."),
            next: text(
                "请由管理员按国务院办公厅通知录入：incubator calendar import 文件，或 PUT /api/v1/calendars/\(year)。",
                "An administrator enters them from the State Council's notice: incubator calendar import FILE, or PUT /api/v1/calendars/\(year)."
            ))
    }

    static func deadlineRuleMissing(_ kind: PendingKind) -> RefusalWords {
        RefusalWords(
            text("没有期限规则", "There is no rule of its deadline"),
            text("该地没有规定“\(kind.words.zh)”的期限。", "No rule says how long “\(kind.words.en)” may take there."),
            next: text("请由管理员补充期限规则。", "An administrator adds a rule."))
    }

    static func pendingItemClosed(_ number: PendingItemNumber) -> RefusalWords {
        RefusalWords(
            text("事项已办结", "It does not wait any more"),
            text("待办事项 \(number) 已办结或已撤销。", "The pending item \(number) was done or cancelled."),
            next: text("无需再处理。", "Nothing is left to do."))
    }
}
