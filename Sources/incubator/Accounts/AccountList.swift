import Access
import ArgumentParser
import Workflow

extension AccountState: ExpressibleByArgument {}

struct AccountList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "按编号顺序列出账号。",
            en: "List accounts in the order of their numbers."))

    @Option(help: .words(zh: "仅此状态的账号。", en: "Only accounts in this state."))
    var state: AccountState?

    @Option(help: .words(zh: "仅账号名含有此内容的账号。", en: "Only accounts whose login has this part."))
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
        commandName: "show",
        abstract: .words(
            zh: "显示账号及其角色、登录和程序令牌。",
            en: "Show an account with its roles, its sessions and its programs' tokens."))

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Terminal.show(Record(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller)), asJSON: format.json)
    }
}
