import ArgumentParser
import Incubation
import Values
import Workflow

struct CaseAdvance: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "advance",
        abstract: "Move a case to a stage that the table of moves allows; prints it.",
        discussion: "The version is the one that `case show` printed: a case that somebody else has moved since is not moved again."
    )

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The stage.")
    var stage: CaseStage

    @Option(help: "The version of the case that the decision rests on.")
    var version: Int64

    @Option(help: "The day, such as 2026-03-01 (default: today in China).")
    var on: Day?

    @Option(help: "Why; the organization sees it.")
    var reason: String?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let moved = try await AdvanceCase(registry: registry)(
            organization.number, to: stage, on: on ?? registry.today, reason: reason, version: version, as: caller)
        try Terminal.show(Record(moved), asJSON: format.json)
    }
}
