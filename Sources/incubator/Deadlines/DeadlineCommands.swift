import ArgumentParser

/// The group of commands for what waits and until when.
struct DeadlineCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: .words(
            zh: "查看待办事项及其责任人，移交、提醒和上报。",
            en: "Look at what waits and for whom, hand it over, remind and escalate."),
        subcommands: [DeadlineList.self, DeadlineShow.self, DeadlineReassign.self, DeadlineRunCommand.self, DeadlineRules.self]
    )
}
