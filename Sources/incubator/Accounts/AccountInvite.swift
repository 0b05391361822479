import Access
import ArgumentParser
import Values
import Workflow

struct AccountCreateAdministrator: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "create-administrator",
        abstract: .words(
            zh: "建立登记系统的第一个账号，即安全管理员，并显示邀请令牌。",
            en: "Make the first account of a register, a security administrator; prints the token of its invitation."),
        discussion: .words(
            zh: "只在尚无任何账号时可用。此后由安全管理员邀请其他人员、授予角色；安全管理员不决定任何资金事项。",
            en: """
                Works only as long as there is no account. The security administrator then invites everybody else and grants roles, and \
                decides about nobody's money.
                """)
    )

    @Argument(
        help: .words(
            zh: "账号名：2 至 64 个字母、数字、汉字或 . - _ @，不能全为数字。",
            en: "The login: 2 to 64 letters, digits, or . - _ @, not digits only."))
    var login: String

    @Option(help: .words(zh: "人员姓名。", en: "The person's name."))
    var name: String

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let invitation = try await CreateFirstAdministrator(accounts: registry.accounts)(
            LoginName(new: login), displayName: name, as: caller)
        try invitation.show(asJSON: format.json)
    }
}

struct AccountCreate: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: .words(
            zh: "建立账号并邀请本人，显示邀请令牌。",
            en: "Make an account and invite its person; prints the token of the invitation."),
        discussion: .words(zh: "在授予角色之前，账号不持有任何角色。", en: "The account holds no role until one is granted.")
    )

    @Argument(
        help: .words(
            zh: "账号名：2 至 64 个字母、数字、汉字或 . - _ @，不能全为数字。",
            en: "The login: 2 to 64 letters, digits, or . - _ @, not digits only."))
    var login: String

    @Option(help: .words(zh: "人员姓名。", en: "The person's name."))
    var name: String

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let invitation = try await InviteAccount(accounts: registry.accounts)(LoginName(new: login), displayName: name, as: caller)
        try invitation.show(asJSON: format.json)
    }
}

struct AccountInvite: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: .words(
            zh: "重新邀请账号的本人，并显示邀请令牌。",
            en: "Invite an account's person once more; prints the token of the invitation."),
        discussion: .words(
            zh: """
                用于邀请已过期，或密码、手机已丢失的情形：接受邀请时设置新密码。第二重验证予以保留，除非也已丢失。接受邀请之前一\
                切不变。
                """,
            en: """
                For an invitation that ran out, and for a password or a telephone that was lost: taking it up sets a new password. The second \
                factor stays, unless it was lost as well. Until then nothing changes.
                """)
    )

    @OptionGroup var account: AccountArgument

    @Flag(
        help: .words(
            zh: "接受邀请时一并移除第二重验证及其恢复码。请当面核实申请人身份。",
            en: "Taking it up removes the second factor and its recovery codes too. Make sure in person of who asks."))
    var secondFactorLost = false

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try
            (try await RenewInvitation(accounts: registry.accounts)(
                number, secondFactorLost: secondFactorLost, as: caller)).show(asJSON: format.json)
    }
}

extension Invitation {
    /// Prints the account with the invitation's token, which nobody can print again.
    fileprivate func show(asJSON: Bool) throws {
        var record = Record(account)
        record.fields.append(Record.Field("invitationToken", "邀请令牌", "invitation token", .text(token.text)))
        try Terminal.show(record, asJSON: asJSON)
        Terminal.complain(
            BilingualText(
                zh: "请将邀请令牌当面或经可靠渠道交给本人，由其设置密码；七日内有效，只能使用一次，不再显示。",
                en: """
                    Hand the token to the person in a way that you trust; they choose their password by it. It counts once, for seven \
                    days, and is not shown again.
                    """))
    }
}
