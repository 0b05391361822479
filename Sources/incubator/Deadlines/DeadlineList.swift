import ArgumentParser
import Incubation
import Values
import Workflow

struct DeadlineList: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List what waits, the most overdue first.")

    @Option(help: "Only what waits for this role.")
    var role: ResponsibleRole?

    @Option(help: "Only what waits in this area or below it.")
    var area: AreaCode?

    @Option(help: "Only what waits for the account of this number.")
    var account: Int64?

    @Option(help: "Only what waits about this organization.")
    var organization: OrganizationNumber?

    @Option(help: "Only what stands like this to its deadline today.")
    var standing: DeadlineStanding?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let filter = PendingFilter(role: role, area: area, account: account, organization: organization, standing: standing)
        try await page.print(as: format) { try await ListPending(registry: registry)(filter, page: $0, as: caller) }
    }
}
