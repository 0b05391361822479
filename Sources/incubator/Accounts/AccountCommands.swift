import ArgumentParser

/// The group of commands for accounts.
struct AccountCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Look at, make and change accounts: who may come in and what they hold.",
        discussion: """
            Every command acts as the person at this machine. A password is never printed or asked for on the command line: an account \
            comes with a token that counts once, by which its person chooses one.
            """,
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
        abstract: "Make, list and revoke tokens by which programs act for an account.",
        subcommands: [AccountTokenCreate.self, AccountTokenList.self, AccountTokenRevoke.self]
    )
}

/// The group of commands for identities at a provider.
struct AccountIdentityCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "List and remove identities at a provider by which an account's person may sign in.",
        discussion: "An identity is linked by its person alone: while signed in, or by taking up an invitation with it.",
        subcommands: [AccountIdentityList.self, AccountIdentityRemove.self]
    )
}
