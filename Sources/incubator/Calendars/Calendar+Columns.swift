import Values
import Workflow

extension RecordedCalendar: Presentable {
    static let columns: [Column<RecordedCalendar>] = [
        Column("year", "年份", "year") { .integer(Int64($0.year)) },
        Column("version", "版本", "version") { .integer($0.version) },
        Column("source", "来源", "source") { .words($0.published.source) },
        Column("workingDays", "工作日", "working days") { .integer(Int64($0.calendar.workingDayCount)) },
        Column("recordedAt", "录入时间", "recorded at", brief: false) { .text($0.recordedAt.rfc3339) },
        Column("days", "放假与调休", "days off and make-up days") { .records($0.calendar.exceptions.map { Record($0) }) },
    ]
}

/// A calendar in a list, without its days.
struct CalendarLine: Presentable {
    let calendar: RecordedCalendar

    init(_ calendar: RecordedCalendar) {
        self.calendar = calendar
    }

    static let columns: [Column<CalendarLine>] = RecordedCalendar.columns.dropLast().map { $0.within(\.calendar) }
}

extension CalendarException: Presentable {
    static let columns: [Column<CalendarException>] = [
        Column("day", "日期", "day") { .day($0.day) },
        Column("kind", "类型", "kind") { .term($0.kind, \.words) },
        Column("occasion", "节日", "occasion") { .words($0.occasion) },
    ]
}

extension DayCheck: Presentable {
    static let columns: [Column<DayCheck>] = [
        Column("day", "日期", "day") { .day($0.day) },
        Column("isWorkingDay", "工作日", "working day") { .yesNo($0.isWorkingDay) },
        Column("kind", "类型", "kind") { .term($0.exception?.kind, \.words) },
        Column("occasion", "节日", "occasion") { $0.exception.map { .words($0.occasion) } ?? .missing },
        Column("calendar", "日历版本", "calendar") { .text($0.calendar) },
    ]
}

extension PeriodEnd: Presentable {
    static let columns: [Column<PeriodEnd>] = [
        Column("from", "起算日", "from") { .day($0.from) },
        Column("amount", "期间", "amount") { .integer(Int64($0.period.amount)) },
        Column("unit", "单位", "unit") { .term($0.period.unit, \.words) },
        Column("day", "截止日", "last day") { .day($0.day) },
        Column("until", "截止时刻", "until") { .text($0.until.rfc3339) },
        Column("calendars", "所用日历", "calendars") { .texts($0.calendars) },
    ]
}
