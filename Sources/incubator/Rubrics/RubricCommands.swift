import ArgumentParser

/// The group of commands for the rules of assessment.
struct RubricCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rubric",
        abstract: .words(
            zh: "评估规则：查看、检查、比较、试算和启用。",
            en: "The rules of assessment: read them, check them, compare them, try them, put them in force."),
        discussion: .words(
            zh: "评估规则是一份 JSON 文档。命令中的评估规则写内置规则的名称或文件的路径。",
            en: """
                A rubric is a JSON document. Where a command takes one, it is the name of a built-in one or the path of a file.
                """),
        subcommands: [
            RubricList.self, RubricShow.self, RubricCheck.self, RubricDiff.self, RubricTry.self, RubricCard.self, RubricVersions.self,
            RubricPropose.self, RubricTrialCommand.self, RubricActivate.self,
        ]
    )
}
