import ArgumentParser

/// The group of commands for accounts.
struct AccountCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: .words(
            zh: "查看、建立和变更账号：谁可以登录、持有哪些角色。",
            en: "Look at, make and change accounts: who may come in and what they hold."),
        discussion: .words(
            zh: """
                各命令均以本机操作员的身份执行。命令行从不显示密码，也不要求在参数中写密码：建立账号时生成一次性令牌，由本人凭此\
                设置密码。
                """,
            en: """
                Every command acts as the person at this machine. A password is never printed or asked for on the command line: an account \
                comes with a token that counts once, by which its person chooses one.
                """),
        subcommands: [
            AccountCreateAdministrator.self, AccountList.self, AccountShow.self, AccountCreate.self, AccountInvite.self,
            AccountActivate.self, AccountGrant.self, AccountEndRole.self, AccountDisable.self, AccountEnable.self, AccountSessions.self,
            AccountSignOut.self, AccountTokenCommands.self, AccountIdentityCommands.self,
        ]
    )
}

/// The group of commands for the tokens of programs.
struct AccountTokenCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: .words(
            zh: "建立、列出和吊销令牌；程序凭令牌代表账号办理。",
            en: "Make, list and revoke tokens by which programs act for an account."),
        subcommands: [AccountTokenCreate.self, AccountTokenList.self, AccountTokenRevoke.self]
    )
}

/// The group of commands for identities at a provider.
struct AccountIdentityCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: .words(
            zh: "列出和移除账号所关联的统一身份；本人可凭统一身份登录。",
            en: "List and remove identities at a provider by which an account's person may sign in."),
        discussion: .words(
            zh: "统一身份只能由本人关联：登录后办理，或在接受邀请时办理。",
            en: "An identity is linked by its person alone: while signed in, or by taking up an invitation with it."),
        subcommands: [AccountIdentityList.self, AccountIdentityRemove.self]
    )
}
