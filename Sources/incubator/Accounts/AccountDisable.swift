import Access
import ArgumentParser
import Values
import Workflow

struct AccountDisable: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep somebody out: all sessions and tokens of the account end at once; prints it.")

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Terminal.show(Record(try await DisableAccount(accounts: registry.accounts)(number, as: caller)), asJSON: format.json)
    }
}

struct AccountEnable: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let somebody in again who was kept out; prints the account.")

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Terminal.show(Record(try await EnableAccount(accounts: registry.accounts)(number, as: caller)), asJSON: format.json)
    }
}

struct AccountSessions: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "sessions", abstract: "List the sessions of an account that go on.")

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller).sessions, as: format)
    }
}

struct AccountSignOut: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "sign-out", abstract: "End all sessions of an account; prints how many.")

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        let ended = try await EndAccountSessions(accounts: registry.accounts)(number, as: caller)
        try Terminal.show(Record([Record.Field("ended", "已结束", "ended", .integer(Int64(ended)))]), asJSON: format.json)
    }
}
