import Values

/// Working days.
struct CalendarWords: Sendable {
    let title = both("工作日历", "Working days")
    let lead = both(
        "期限按国务院每年公布的放假和调休安排计算；法定期限的首日不计，末日遇休息日顺延。",
        "Deadlines are counted by the State Council's notice of each year. The first day does not count; a last day that is not worked gives way to the next that is."
    )
    let calculator = both("计算期限", "Where a period ends")
    let from = both("起算日", "From")
    let amount = both("期限长度", "How long")
    let amountRange = both("期限长度应为 1 至 1000。", "A period is from 1 to 1000 long.")
    let unit = both("单位", "Counted in")
    let count = both("计算", "Count")
    let check = both("查一天", "Is a day worked?")
    let day = both("日期", "Day")
    let look = both("查询", "Look")
    let worked = both("工作日", "a working day")
    let notWorked = both("休息日", "a day off")
    let years = both("已录入的年份", "Years on record")
    let year = both("年份", "Year")
    let workingDays = both("工作日数", "Working days")
    let exceptions = both("放假与调休", "Days off and make-up days")
    let source = both("来源文件", "Notice")
    let sourceHint = both("如“国办发明电〔2025〕7号”", "The notice's number, as published")
    let englishSource = both("来源文件（英文）", "Notice, in English")
    let version = both("版本", "Version")
    let recordedAt = both("录入时间", "Entered")
    let kind = both("类型", "Kind")
    let occasion = both("节日", "Occasion")
    let none = both("还没有录入任何年份", "No year is on record")
    let noneNext = both(
        "没有日历的年份不能计算期限，请系统管理员录入。", "In a year without a calendar nothing can be counted: the system administrator enters it.")
    let edit = both("录入新版本", "Enter a newer version")
    let enterTitle = both("录入全年的放假与调休", "Enter a year's days")
    let enterLead = both(
        "只写与平常星期不同的日子。已经按旧版本算出的期限不变。", "Only the days that differ from plain weeks. What was counted by an older version stays as it is.")
    let days = both("日期", "Days")
    let daysHint = both(
        "每行一天：日期，放假或调休上班，节日，英文名。例如：2026-02-16，放假，春节，Spring Festival",
        "One on each line: the day, day off or make-up day, the occasion in Chinese and in English, with commas between")

    func ofYear(_ year: Int) -> BilingualText { both("\(year) 年工作日历", "Working days of \(year)") }

    func enter(_ year: Int) -> BilingualText { both("录入 \(year) 年", "Enter \(year)") }

    func ends(_ period: BilingualText, _ from: BilingualText, _ day: BilingualText) -> BilingualText {
        both("自\(from.zh)起 \(period.zh)，至\(day.zh)24 时届满。", "\(period.en) from \(from.en) end at midnight after \(day.en).")
    }

    func countedBy(_ calendars: String) -> BilingualText { both("依据日历：\(calendars)", "Counted by the calendars \(calendars)") }

    func dayIs(_ day: BilingualText, _ kind: BilingualText, _ occasion: BilingualText?) -> BilingualText {
        both(
            "\(day.zh)是\(kind.zh)\(occasion.map { "（\($0.zh)）" } ?? "")。",
            "\(day.en) is \(kind.en)\(occasion.map { " (\($0.en))" } ?? "").")
    }

    func lineUnreadable(_ line: String) -> BilingualText {
        both("这一行读不懂：\(line)。请写成“日期，放假，节日”。", "This line cannot be read: \(line). Write the day, the kind and the occasion, with commas.")
    }

    func either(_ zh: String, _ en: String) -> BilingualText { both(zh, en) }
}
