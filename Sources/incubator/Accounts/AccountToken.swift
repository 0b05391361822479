import Access
import ArgumentParser
import Values
import Workflow

struct AccountTokenCreate: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: .words(
            zh: "建立令牌，使程序以账号的一个角色办理；令牌只显示一次。",
            en: "Make a token by which a program acts for an account with one of its roles; prints it once."),
        discussion: .words(
            zh: """
                须有第二重验证的角色不在此处建立令牌，由本人自行建立。权限范围为 `read`（一切不作改动的操作）或程序所办事项的名\
                称，如 record-activity。
                """,
            en: """
                Roles that need a second factor give no token here: their persons make their own. A scope is `read`, for everything that \
                changes nothing, or the name of what the program does, such as record-activity.
                """)
    )

    @OptionGroup var account: AccountArgument

    @Argument(help: .words(zh: "令牌的用途。", en: "What the token is for."))
    var name: String

    @Option(
        help: .words(
            zh: "程序所用角色的编号，见 `account show`。",
            en: "The number of the role by which it acts, as `account show` prints it."))
    var role: Int64

    @Option(help: .words(zh: "令牌的权限范围；可写多次。", en: "What it may be used for; may be given several times."))
    var scope: [String]

    @Option(help: .words(zh: "有效天数，1 至 366。", en: "For how many days, 1 to 366."))
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
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出账号的令牌，最新的在前。",
            en: "List the tokens of an account, the newest first."))

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller).tokens, as: format)
    }
}

struct AccountTokenRevoke: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: .words(
            zh: "吊销账号的一个令牌，并显示其全部令牌。",
            en: "Revoke a token of an account; prints all its tokens."))

    @OptionGroup var account: AccountArgument

    @Argument(help: .words(zh: "令牌的编号，见 `account token list`。", en: "The token's number, as `account token list` prints it."))
    var token: Int64

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try await RevokeAccountToken(accounts: registry.accounts)(token, of: number, as: caller)
        try Listing.show(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller).tokens, as: format)
    }
}
