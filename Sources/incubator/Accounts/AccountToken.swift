import Access
import ArgumentParser
import Values
import Workflow

struct AccountTokenCreate: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a token by which a program acts for an account with one of its roles; prints it once.",
        discussion: """
            Roles that need a second factor give no token here: their persons make their own. A scope is `read`, for everything that \
            changes nothing, or the name of what the program does, such as record-activity.
            """
    )

    @OptionGroup var account: AccountArgument

    @Argument(help: "What the token is for.")
    var name: String

    @Option(help: "The number of the role by which it acts, as `account show` prints it.")
    var role: Int64

    @Option(help: "What it may be used for; may be given several times.")
    var scope: [String]

    @Option(help: "For how many days, 1 to 366.")
    var days = 90

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        let draft = ApiTokenDraft(name: name, holding: role, scopes: scope, days: days)
        let made = try await CreateAccountToken(accounts: registry.accounts)(draft, for: number, as: caller)
        var record = Record(made.token)
        record.fields.append(Record.Field("token", "令牌", "token", .text(made.secret.text)))
        try Terminal.show(record, asJSON: format.json)
        Terminal.complain(
            BilingualText(
                zh: "令牌只显示这一次；程序以 Authorization: Bearer 携带。",
                en: "The token is shown this once; the program sends it as Authorization: Bearer."))
    }
}

struct AccountTokenList: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tokens of an account, the newest first.")

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller).tokens, as: format)
    }
}

struct AccountTokenRevoke: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revoke a token of an account; prints all its tokens.")

    @OptionGroup var account: AccountArgument

    @Argument(help: "The token's number, as `account token list` prints it.")
    var token: Int64

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try await RevokeAccountToken(accounts: registry.accounts)(token, of: number, as: caller)
        try Listing.show(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller).tokens, as: format)
    }
}
