import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationStatus: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .words(
            zh: "登记组织法律状态的变更，并显示其档案。",
            en: "Write down a step of an organization's legal history; prints its file."),
        discussion: .words(
            zh: "版本即 `organization show` 显示的版本。",
            en: "The version is the one that `organization show` printed.")
    )

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "新的法律状态。", en: "The new legal status."))
    var status: LegalStatus

    @Option(help: .words(zh: "变更所依据的版本。", en: "The version that the step rests on."))
    var version: Int64

    @OptionGroup var step: LegalStepOptions
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let file = try await RecordLegalStatus(registry: registry)(
            organization.number, version: version, step: step.step(status, today: registry.today), as: caller)
        try Terminal.show(Record(file), asJSON: format.json)
    }
}
