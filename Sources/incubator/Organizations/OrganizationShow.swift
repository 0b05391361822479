import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationShow: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show an organization's file.")

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowOrganization(registry: registry)(organization.number, as: caller)), asJSON: format.json)
    }
}

/// The organization that a command is about.
struct OrganizationArgument: ParsableArguments {
    @Argument(help: "The organization's number, such as 320613-42.")
    var number: OrganizationNumber
}
