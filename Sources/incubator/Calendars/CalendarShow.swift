import ArgumentParser
import Workflow

struct CalendarShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示一年的工作日历，即与平常周历不同的日子。",
            en: "Show a year's calendar: the days on which it differs from plain weeks."))

    @Argument(help: .words(zh: "年份，如 2026。", en: "The year, such as 2026."))
    var year: Int

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowCalendar(registry: registry)(year, as: caller)), asJSON: format.json)
    }
}
