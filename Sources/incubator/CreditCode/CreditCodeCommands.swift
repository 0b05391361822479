import ArgumentParser

/// The group of commands for unified social credit codes; none needs the database.
struct CreditCodeCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credit-code",
        abstract: .words(zh: "核对统一社会信用代码。", en: "Check unified social credit codes."),
        subcommands: [CreditCodeCheckCommand.self]
    )
}
