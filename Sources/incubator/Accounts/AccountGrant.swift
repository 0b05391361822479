import Access
import ArgumentParser
import Incubation
import Values
import Workflow

extension Role: ExpressibleByArgument {}

struct AccountGrant: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Grant an account a role; prints all its roles.",
        discussion: """
            Administrators hold theirs for the nation, a member for an organization, everybody else in an area. A hub's people hold theirs \
            by the hub's contract, in its area and no longer than it lasts. An account that has held a role which touches cases never becomes an administrator, nor the other way round.
            """
    )

    @OptionGroup var account: AccountArgument

    @Argument(help: "The role.")
    var role: Role

    @Option(help: "The area in which it is held.")
    var area: AreaCode?

    @Option(help: "The organization for which it is held.")
    var organization: OrganizationNumber?

    @Flag(help: "It is held in the whole nation, as administrators' roles always are.")
    var nation = false

    @Option(help: "The number of the contract by which a hub's person holds it (default: the one in force there).")
    var contract: Int64?

    @Option(help: "The first day (default: today in China).")
    var from: Day?

    @Option(help: "The last day (default: none).")
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
        commandName: "end-role", abstract: "End a role of an account, at once or behind a last day; prints all its roles.")

    @OptionGroup var account: AccountArgument

    @Argument(help: "The role's number, as `account show` prints it.")
    var role: Int64

    @Option(help: "The last day on which it is held (default: it ends at once).")
    var last: Day?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await EndRole(accounts: registry.accounts)(role, of: number, last: last, as: caller), as: format)
    }
}
