import ArgumentParser
import Incubation
import Workflow

struct ElementShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an organization's four elements with their history, the newest first.")

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowElements(registry: registry)(organization.number, as: caller)), asJSON: format.json)
    }
}
