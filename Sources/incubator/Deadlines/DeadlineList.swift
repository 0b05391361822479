import ArgumentParser
import Incubation
import Values
import Workflow

struct DeadlineList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出待办事项，逾期最久的在前。",
            en: "List what waits, the most overdue first."))

    @Option(help: .words(zh: "仅由此角色负责的事项。", en: "Only what waits for this role."))
    var role: ResponsibleRole?

    @Option(help: .words(zh: "仅由此区域及其下级负责的事项。", en: "Only what waits in this area or below it."))
    var area: AreaCode?

    @Option(help: .words(zh: "仅由此编号的账号负责的事项。", en: "Only what waits for the account of this number."))
    var account: Int64?

    @Option(help: .words(zh: "仅与此组织有关的事项。", en: "Only what waits about this organization."))
    var organization: OrganizationNumber?

    @Option(help: .words(zh: "仅今天处于此期限情况的事项。", en: "Only what stands like this to its deadline today."))
    var standing: DeadlineStanding?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let filter = PendingFilter(role: role, area: area, account: account, organization: organization, standing: standing)
        try await page.print(as: format) { try await ListPending(registry: registry)(filter, page: $0, as: caller) }
    }
}
