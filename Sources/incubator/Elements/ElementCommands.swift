import ArgumentParser

/// The group of commands for the four elements.
struct ElementCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "element",
        abstract: "Look at and add to an organization's four elements: leadership team, charter, governance structure, service boundary.",
        subcommands: [ElementShow.self, ElementRecord.self]
    )
}

/// The group of commands that add a record to an element.
struct ElementRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Add a record to an element; prints all four elements.",
        subcommands: [
            RecordPostCommand.self, RecordCharterCommand.self, RecordBodyCommand.self, RecordMeetingCommand.self,
            RecordControlsCommand.self, RecordBoundaryCommand.self,
        ]
    )
}
