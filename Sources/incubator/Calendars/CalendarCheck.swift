import ArgumentParser
import Values
import Workflow

struct CalendarCheck: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Tell whether a day is worked, and why.")

    @Argument(help: "The day, such as 2026-02-28.")
    var day: Day

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await CheckWorkingDay(registry: registry)(day, as: caller)), asJSON: format.json)
    }
}
