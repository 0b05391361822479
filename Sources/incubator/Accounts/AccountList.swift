import Access
import ArgumentParser
import Workflow

extension AccountState: ExpressibleByArgument {}

struct AccountList: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List accounts in the order of their numbers.")

    @Option(help: "Only accounts in this state.")
    var state: AccountState?

    @Option(help: "Only accounts whose login has this part.")
    var login: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let filter = AccountFilter(state: state, login: login)
        try await page.print(as: format) { try await ListUserAccounts(accounts: registry.accounts)(filter, page: $0, as: caller) }
    }
}

struct AccountShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an account with its roles, its sessions and its programs' tokens.")

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Terminal.show(Record(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller)), asJSON: format.json)
    }
}
