import ArgumentParser
import Values
import Workflow

struct CalendarAdd: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .words(zh: "计算期限在哪一天届满。", en: "Tell on which day a period ends."),
        discussion: .words(
            zh: """
                起始日不计入。最后一日为休息日的，顺延至下一个工作日，于北京时间 24:00 届满。月和年在相同的日期届满，没有该日的，\
                为当月最后一日。
                """,
            en: """
                The first day does not count. A last day that is not worked gives way to the next that is, and ends at 24:00 in China. \
                Months and years end on the same day of the month, or on its last.
                """)
    )

    @Option(help: .words(zh: "数量。", en: "How many."))
    var days: Int

    @Option(
        help: .words(
            zh: "起算日，如 2026-02-11（默认：北京时间当天）。",
            en: "The day from which to count, such as 2026-02-11 (default: today in China)."))
    var from: Day?

    @Option(help: .words(zh: "计算单位。", en: "What is counted."))
    var unit: Period.Unit = .workingDay

    @OptionGroup var format: RecordOptions

    mutating func validate() throws {
        if !Period.amounts.contains(days) {
            throw ValidationError(
                zh: "--days 应为 \(Period.amounts.lowerBound) 到 \(Period.amounts.upperBound)。",
                en: "--days must be from \(Period.amounts.lowerBound) to \(Period.amounts.upperBound).")
        }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let period = Period(days, unit) else { return }
        let end = try await CountPeriod(registry: registry)(period, from: from ?? registry.today, as: caller)
        try Terminal.show(Record(end), asJSON: format.json)
    }
}
