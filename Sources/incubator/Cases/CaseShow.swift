import ArgumentParser
import Incubation
import Workflow

struct CaseShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示组织的孵化案卷：阶段、经过和版本。",
            en: "Show an organization's incubation case: its stage, its history and its version."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowCase(registry: registry)(organization.number, as: caller)), asJSON: format.json)
    }
}
