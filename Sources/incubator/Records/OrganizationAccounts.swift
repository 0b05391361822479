import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationAccounts: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: .words(
            zh: "按收到的内容列出组织的年度账目，最近的年度在前。",
            en: "List an organization's yearly accounts as they were received, the newest year first."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListAccounts(registry: registry)(organization.number, as: caller), as: format)
    }
}

extension YearlyAccounts: Presentable {
    static let columns: [Column<YearlyAccounts>] = [
        Column("periodEnd", "年度截止日", "period end") { .day($0.periodEnd) },
        Column("receivedOn", "收到日期", "received on") { .day($0.receivedOn) },
        Column("currency", "币种", "currency") { .text($0.currency) },
        Column("income", "收入", "income") { .money($0.income) },
        Column("incomeBySource", "收入来源", "income by source", brief: false) { accounts in
            .record(
                Record(
                    IncomeSource.allCases.compactMap { source in
                        accounts.incomeBySource[source].map { Record.Field(source.rawValue, "", "", .money($0)) }
                    }))
        },
        Column("spending", "支出", "spending") { .money($0.spending) },
        Column("administrativeSpending", "管理费用", "administrative spending", brief: false) { .money($0.administrativeSpending) },
        Column("assets", "资产总额", "assets") { .money($0.assets) },
        Column("cash", "货币资金", "cash", brief: false) { .money($0.cash) },
        Column("liabilities", "负债总额", "liabilities", brief: false) { .money($0.liabilities) },
        Column("netAssets", "净资产", "net assets") { .money($0.netAssets) },
        Column("members", "会员人数", "members") { .count($0.members) },
        Column("staff", "专职人员数", "staff") { .count($0.staff) },
    ]
}
