import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationReports: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: .words(
            zh: "列出组织应交或已交的年度报告，最新的在前。",
            en: "List the annual reports that an organization owes or has handed in, the newest first."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListReports(registry: registry)(organization.number, as: caller), as: format)
    }
}

extension AnnualReport: Presentable {
    static let columns: [Column<AnnualReport>] = [
        Column("periodEnd", "年度截止日", "period end") { .day($0.periodEnd) },
        Column("dueOn", "应报日期", "due on") { .day($0.dueOn) },
        Column("receivedOn", "收到日期", "received on") { .day($0.receivedOn) },
        Column("result", "年检结论", "result") { .term($0.result, \.words) },
    ]
}
