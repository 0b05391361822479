import ArgumentParser
import Workflow

struct CalendarList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出已有工作日历的年份。",
            en: "List the years that have a calendar."))

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListCalendars(registry: registry)(as: caller).map(CalendarLine.init), as: format)
    }
}
