import ArgumentParser
import Incubation
import Values
import Workflow

struct CaseAdvance: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "advance",
        abstract: .words(
            zh: "将案卷推进到流程允许的阶段，并显示该案卷。",
            en: "Move a case to a stage that the table of moves allows; prints it."),
        discussion: .words(
            zh: "版本即 `case show` 显示的版本：此后已被他人推进的案卷，不会再次推进。",
            en: "The version is the one that `case show` printed: a case that somebody else has moved since is not moved again.")
    )

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "阶段。", en: "The stage."))
    var stage: CaseStage

    @Option(help: .words(zh: "决定所依据的案卷版本。", en: "The version of the case that the decision rests on."))
    var version: Int64

    @Option(
        help: .words(
            zh: "日期，如 2026-03-01（默认：北京时间当天）。",
            en: "The day, such as 2026-03-01 (default: today in China)."))
    var on: Day?

    @Option(help: .words(zh: "理由；组织可以看到。", en: "Why; the organization sees it."))
    var reason: String?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let moved = try await AdvanceCase(registry: registry)(
            organization.number, to: stage, on: on ?? registry.today, reason: reason, version: version, as: caller)
        try Terminal.show(Record(moved), asJSON: format.json)
    }
}
