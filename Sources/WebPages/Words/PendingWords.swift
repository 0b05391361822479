import Values

/// What waits, for whom and until when, and the rules of deadlines.
struct PendingWords: Sendable {
    let title = both("待办事项", "What waits")
    let lead = both("每件事有一个责任人和一个期限，逾期的在前。", "Each has one owner and one last day; the most overdue stands first.")
    let what = both("事项", "What")
    let organization = both("组织", "Organization")
    let owner = both("责任人", "Owner")
    let due = both("最后期限", "Last day")
    let standing = both("期限状态", "Standing")
    let role = both("责任角色", "Role")
    let since = both("起算日", "Counted from")
    let remind = both("提醒", "Reminder")
    let escalate = both("逾期上报", "Escalation")
    let empty = both("没有等待办理的事项", "Nothing waits")
    let emptyNext = both("新的事项产生后会列在这里。", "What comes up will stand here.")
    let mine = both("等我办理的", "What waits for me")
    let all = both("全部待办", "All that waits")
    let mineEmpty = both("现在没有等您办理的事项。", "Nothing waits for you now.")
    let today = both("今天到期", "due today")
    let rule = both("期限依据", "The rule of its deadline")
    let allRules = both("全部期限规则", "All rules of deadlines")
    let history = both("办理经过", "What became of it")
    let toTheCase = both("打开孵化案卷办理", "Open the incubation case")
    let toTheFile = both("打开组织档案办理", "Open the organization's file")
    let handOver = both("移交事项", "Hand over")
    let handOverLead = both("移交给另一个责任人。期限不变，移交留有记录。", "To another owner. The deadline stays as it is, and the change is on record.")
    let oneOwner = both("请写角色和地区，或者只写账号，二者取一。", "Give a role with its area, or an account alone.")
    let rulesTitle = both("期限规则", "Deadlines")
    let rulesLead = both(
        "每种事项可以等多久、由谁办理、依据哪一条。下表就是系统计算期限时所用的。",
        "How long each may wait, for whom, and where that is written. Deadlines are counted by this very table.")
    let period = both("期限", "Period")
    let place = both("适用地区", "Holds in")
    let source = both("依据", "Source")
    let certainty = both("核对程度", "How sure")
    let validFrom = both("自", "From")
    let validUntil = both("至", "Until")
    let nation = both("全国", "the whole country")

    func period(_ amount: Int, _ unit: BilingualText) -> BilingualText { both("\(amount) \(unit.zh)", "\(amount) \(unit.en)") }

    func fixed(_ period: String) -> BilingualText { both("\(period)，末日遇休息日不顺延", "\(period), a day off at the end not passed over") }

    func over(_ days: Int) -> BilingualText { both("逾期 \(days) 天", days == 1 ? "1 day over" : "\(days) days over") }

    func left(_ days: Int) -> BilingualText { both("还有 \(days) 天", days == 1 ? "1 day left" : "\(days) days left") }

    func daysBefore(_ days: Int) -> BilingualText { both("到期前 \(days) 天", "\(days) days before the last day") }

    func workingDaysBefore(_ days: Int) -> BilingualText { both("到期前 \(days) 个工作日", "\(days) working days before the last day") }

    func daysAfter(_ days: Int, _ role: BilingualText) -> BilingualText {
        both("到期后 \(days) 天，报\(role.zh)", "\(days) days after the last day, to the \(role.en)")
    }

    func escalation(_ day: String, _ role: String) -> BilingualText { both("\(day)，报\(role)", "\(day), to the \(role)") }

    func owner(_ role: BilingualText, _ area: String) -> BilingualText { both("\(role.zh)（\(area)）", "\(role.en), \(area)") }
}
