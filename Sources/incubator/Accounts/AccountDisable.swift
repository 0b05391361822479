import Access
import ArgumentParser
import Values
import Workflow

struct AccountDisable: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: .words(
            zh: "停用账号：其全部登录和令牌立即失效；显示该账号。",
            en: "Keep somebody out: all sessions and tokens of the account end at once; prints it."))

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Terminal.show(Record(try await DisableAccount(accounts: registry.accounts)(number, as: caller)), asJSON: format.json)
    }
}

struct AccountEnable: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: .words(
            zh: "恢复使用已停用的账号，并显示该账号。",
            en: "Let somebody in again who was kept out; prints the account."))

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Terminal.show(Record(try await EnableAccount(accounts: registry.accounts)(number, as: caller)), asJSON: format.json)
    }
}

struct AccountSessions: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: .words(
            zh: "列出账号尚未结束的登录。",
            en: "List the sessions of an account that go on."))

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller).sessions, as: format)
    }
}

struct AccountSignOut: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-out",
        abstract: .words(
            zh: "结束账号的全部登录，并显示个数。",
            en: "End all sessions of an account; prints how many."))

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        let ended = try await EndAccountSessions(accounts: registry.accounts)(number, as: caller)
        try Terminal.show(Record([Record.Field("ended", "已结束", "ended", .integer(Int64(ended)))]), asJSON: format.json)
    }
}
