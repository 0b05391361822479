import ArgumentParser

/// The group of commands for people's data.
struct PersonCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: .words(zh: "显示、删除和限制使用人员信息。", en: "Show, erase and restrict what is kept of people."),
        subcommands: [
            PersonList.self, PersonShow.self, PersonExport.self, PersonErase.self, PersonRestrict.self, PersonRelease.self,
            PersonReplay.self,
        ]
    )
}
