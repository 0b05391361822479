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

    @Flag(
        help: .words(
            zh: "仅等待本人办理的事项，按本人的角色和账号；只与 --limit 同用。",
            en: "Only what waits for whoever asks, by their roles and their account; goes with --limit alone."))
    var mine = false

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
        if mine { return try await listOwn(on: registry, as: caller) }
        let filter = PendingFilter(role: role, area: area, account: account, organization: organization, standing: standing)
        try await page.print(as: format) { try await ListPending(registry: registry)(filter, page: $0, as: caller) }
    }

    func validate() throws {
        let others = [role?.rawValue, area?.text, account?.description, organization?.description, standing?.rawValue, page.after]
        if mine, others.contains(where: { $0 != nil }) {
            throw ValidationError(zh: "--mine 只与 --limit 同用。", en: "--mine goes with --limit alone.")
        }
    }

    private func listOwn(on registry: Registry, as caller: Caller) async throws {
        let own = try await ListOwnPending(registry: registry)(page.limit ?? Self.mostOwn, as: caller)
        try Listing.show(own.lines, as: format)
        if own.hasMore { Terminal.complain(BilingualText(zh: "还有更多，未全部列出。", en: "There is more than is listed.")) }
    }

    /// As many as a page of the register holds.
    private static let mostOwn = 500
}
