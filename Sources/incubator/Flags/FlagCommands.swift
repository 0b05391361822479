import ArgumentParser

/// The group of commands for flags: who has them and what is done about them.
struct FlagCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: .words(
            zh: "查看预警，指派承办人，登记组织的答复，确认后果。",
            en: "Look at flags, give them an owner, keep the organization's answer, and say what follows."),
        discussion: .words(
            zh: "预警本身不产生任何后果：后果须由人确认，且不能由承办人确认。",
            en: "Nothing follows from a flag by itself: a consequence is a person's word, and not that of who has the flag."),
        subcommands: [
            FlagList.self, FlagShow.self, FlagAssign.self, FlagAnswer.self, FlagEscalate.self, FlagResolve.self, FlagConfirm.self,
            FlagBatch.self, FlagInterventions.self, FlagIntervene.self,
        ]
    )
}

/// Which flag of which organization.
struct FlagArguments: ParsableArguments {
    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "预警代码，如 FIN-RESERVE-NEG。", en: "The flag's code, such as FIN-RESERVE-NEG."))
    var code: String
}

/// The version that what is done rests on.
struct FlagVersionOption: ParsableArguments {
    @Option(
        help: .words(
            zh: "`flag show` 显示的版本：此后已由他人处理过的预警不作改动。",
            en: "The version that `flag show` printed: a flag that somebody else has worked on since is left alone."))
    var version: Int64 = 0
}
