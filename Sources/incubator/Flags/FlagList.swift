import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct FlagList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出已有人处理、尚未办结的预警，先到期的在前。",
            en: "List the flags that somebody works on and that are not settled, by the day on which they are due."))

    @Option(help: .words(zh: "仅此区域及其下级。", en: "Only in this area and below."))
    var area: AreaCode?

    @Option(help: .words(zh: "仅此承办人的预警，如 account-7。", en: "Only this owner's, such as account-7."))
    var owner: String?

    @Option(help: .words(zh: "仅此处理状态的预警。", en: "Only in this state."))
    var state: HandledFlag.State?

    @Option(help: .words(zh: "仅此等级的预警。", en: "Only of this severity."))
    var severity: FlagRule.Severity?

    @Option(help: .words(zh: "仅已逾期的，或一周内到期及已逾期的。", en: "Only what is overdue, or due within a week or overdue."))
    var due: FlagFilter.Due?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let filter = FlagFilter(area: area, owner: owner, state: state, severity: severity, due: due)
        try await page.print(as: format) { try await ListFlags(registry: registry)(filter, page: $0, as: caller) }
    }
}

struct FlagShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示组织的预警，或其中一项预警及其处理经过。",
            en: "Show an organization's flags, or one of them with its history."))

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "预警代码，如 FIN-RESERVE-NEG。", en: "The flag's code, such as FIN-RESERVE-NEG."))
    var code: String?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let code else {
            return try Listing.show(try await ShowFlags(registry: registry)(organization.number, as: caller), as: format)
        }
        let file = try await ShowFlags(registry: registry)(organization.number, code: code, as: caller)
        if format.csv { return try Listing.show([file], as: format) }
        try Terminal.show(Record(file), asJSON: format.json)
    }
}

extension HandledFlag.State: ExpressibleByArgument {}
extension FlagRule.Severity: ExpressibleByArgument {}
extension FlagFilter.Due: ExpressibleByArgument {}
