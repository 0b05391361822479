import ArgumentParser
import Incubation
import Values
import Workflow

struct CaseOpen: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "Open an organization's incubation case; prints it.")

    @OptionGroup var organization: OrganizationArgument

    @Option(help: "The day, such as 2026-03-01 (default: today in China).")
    var on: Day?

    @Option(help: "Why; the organization sees it.")
    var reason: String?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let opened = try await OpenCase(registry: registry)(organization.number, on: on ?? registry.today, reason: reason, as: caller)
        try Terminal.show(Record(opened), asJSON: format.json)
    }
}
