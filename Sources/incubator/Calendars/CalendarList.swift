import ArgumentParser
import Workflow

struct CalendarList: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the years that have a calendar.")

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListCalendars(registry: registry)(as: caller).map(CalendarLine.init), as: format)
    }
}
