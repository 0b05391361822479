import Access
import ArgumentParser
import Incubation
import Values
import Workflow

extension Role: ExpressibleByArgument {}

struct AccountGrant: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: .words(zh: "授予账号一个角色，并显示其全部角色。", en: "Grant an account a role; prints all its roles."),
        discussion: .words(
            zh: """
                管理员的角色及于全国，成员的角色属于某个组织，其余角色属于某个区域。枢纽组织人员凭枢纽合同取得角色，以合同的区域\
                和期限为限。持有过办理案卷的角色的账号不能再任管理员，反之亦然。
                """,
            en: """
                Administrators hold theirs for the nation, a member for an organization, everybody else in an area. A hub's people hold theirs \
                by the hub's contract, in its area and no longer than it lasts. An account that has held a role which touches cases never becomes an administrator, nor the other way round.
                """)
    )

    @OptionGroup var account: AccountArgument

    @Argument(help: .words(zh: "角色。", en: "The role."))
    var role: Role

    @Option(help: .words(zh: "角色所属的区域。", en: "The area in which it is held."))
    var area: AreaCode?

    @Option(help: .words(zh: "角色所属的组织。", en: "The organization for which it is held."))
    var organization: OrganizationNumber?

    @Flag(
        help: .words(
            zh: "角色及于全国；管理员的角色一律如此。",
            en: "It is held in the whole nation, as administrators' roles always are."))
    var nation = false

    @Option(
        help: .words(
            zh: "枢纽组织人员取得角色所凭合同的编号（默认：当地有效的合同）。",
            en: "The number of the contract by which a hub's person holds it (default: the one in force there)."))
    var contract: Int64?

    @Option(help: .words(zh: "开始日期（默认：北京时间当天）。", en: "The first day (default: today in China)."))
    var from: Day?

    @Option(help: .words(zh: "最后一日（默认：不设期限）。", en: "The last day (default: none)."))
    var until: Day?

    @OptionGroup var format: TableOptions

    mutating func validate() throws {
        // A scope that was forgotten must not become the widest one.
        let given = [area != nil, organization != nil, nation].count { $0 }
        if given > 1 || given == 0 && !role.isAdministrator {
            throw ValidationError(zh: "--area、--organization 和 --nation 请写其中一个。", en: "Choose one of --area, --organization and --nation.")
        }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        let scope = organization.map(Scope.organization) ?? area.map(Scope.area) ?? .nation
        let grant = RoleGrant(role: role, scope: scope, from: from, until: until, contract: contract)
        try Listing.show(try await GrantRole(accounts: registry.accounts)(grant, to: number, as: caller), as: format)
    }
}

struct AccountEndRole: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-role",
        abstract: .words(
            zh: "结束账号的一个角色，立即结束或于最后一日之后结束；显示其全部角色。",
            en: "End a role of an account, at once or behind a last day; prints all its roles."))

    @OptionGroup var account: AccountArgument

    @Argument(help: .words(zh: "角色的编号，见 `account show`。", en: "The role's number, as `account show` prints it."))
    var role: Int64

    @Option(
        help: .words(
            zh: "持有角色的最后一日（默认：立即结束）。",
            en: "The last day on which it is held (default: it ends at once)."))
    var last: Day?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await EndRole(accounts: registry.accounts)(role, of: number, last: last, as: caller), as: format)
    }
}
