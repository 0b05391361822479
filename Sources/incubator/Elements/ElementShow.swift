import ArgumentParser
import Incubation
import Workflow

struct ElementShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示组织的四个要素及其沿革，最新的在前。",
            en: "Show an organization's four elements with their history, the newest first."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowElements(registry: registry)(organization.number, as: caller)), asJSON: format.json)
    }
}
