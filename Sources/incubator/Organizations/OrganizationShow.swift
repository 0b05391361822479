import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示组织的档案。",
            en: "Show an organization's file."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowOrganization(registry: registry)(organization.number, as: caller)), asJSON: format.json)
    }
}

/// The organization that a command is about.
struct OrganizationArgument: ParsableArguments {
    @Argument(help: .words(zh: "组织编号，如 320613-42。", en: "The organization's number, such as 320613-42."))
    var number: OrganizationNumber
}
