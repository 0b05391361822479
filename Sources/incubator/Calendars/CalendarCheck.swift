import ArgumentParser
import Values
import Workflow

struct CalendarCheck: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: .words(
            zh: "查询某日是否为工作日及其原因。",
            en: "Tell whether a day is worked, and why."))

    @Argument(help: .words(zh: "日期，如 2026-02-28。", en: "The day, such as 2026-02-28."))
    var day: Day

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await CheckWorkingDay(registry: registry)(day, as: caller)), asJSON: format.json)
    }
}
