import ArgumentParser

/// The group of commands for the rules of assessment.
struct RubricCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rubric",
        abstract: "The rules of assessment: read them, check them, compare them, try them, put them in force.",
        discussion: """
            A rubric is a JSON document. Where a command takes one, it is the name of a built-in one or the path of a file.
            """,
        subcommands: [
            RubricList.self, RubricShow.self, RubricCheck.self, RubricDiff.self, RubricTry.self, RubricCard.self, RubricVersions.self,
            RubricPropose.self, RubricTrialCommand.self, RubricActivate.self,
        ]
    )
}
