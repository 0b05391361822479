import ArgumentParser

/// The group of commands for flags: who has them and what is done about them.
struct FlagCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "Look at flags, give them an owner, keep the organization's answer, and say what follows.",
        discussion: "Nothing follows from a flag by itself: a consequence is a person's word, and not that of who has the flag.",
        subcommands: [
            FlagList.self, FlagShow.self, FlagAssign.self, FlagAnswer.self, FlagEscalate.self, FlagResolve.self, FlagConfirm.self,
            FlagBatch.self, FlagInterventions.self, FlagIntervene.self,
        ]
    )
}

/// Which flag of which organization.
struct FlagArguments: ParsableArguments {
    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The flag's code, such as FIN-RESERVE-NEG.")
    var code: String
}

/// The version that what is done rests on.
struct FlagVersionOption: ParsableArguments {
    @Option(help: "The version that `flag show` printed: a flag that somebody else has worked on since is left alone.")
    var version: Int64 = 0
}
