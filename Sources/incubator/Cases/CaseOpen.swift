import ArgumentParser
import Incubation
import Values
import Workflow

struct CaseOpen: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: .words(
            zh: "为组织立案孵化，并显示该案卷。",
            en: "Open an organization's incubation case; prints it."))

    @OptionGroup var organization: OrganizationArgument

    @Option(
        help: .words(
            zh: "日期，如 2026-03-01（默认：北京时间当天）。",
            en: "The day, such as 2026-03-01 (default: today in China)."))
    var on: Day?

    @Option(help: .words(zh: "理由；组织可以看到。", en: "Why; the organization sees it."))
    var reason: String?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let opened = try await OpenCase(registry: registry)(organization.number, on: on ?? registry.today, reason: reason, as: caller)
        try Terminal.show(Record(opened), asJSON: format.json)
    }
}
