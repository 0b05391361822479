import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationStatus: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Write down a step of an organization's legal history; prints its file.",
        discussion: "The version is the one that `organization show` printed."
    )

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The new legal status.")
    var status: LegalStatus

    @Option(help: "The version that the step rests on.")
    var version: Int64

    @OptionGroup var step: LegalStepOptions
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let file = try await RecordLegalStatus(registry: registry)(
            organization.number, version: version, step: step.step(status, today: registry.today), as: caller)
        try Terminal.show(Record(file), asJSON: format.json)
    }
}
