import ArgumentParser

/// The group of commands for the four elements.
struct ElementCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "element",
        abstract: .words(
            zh: "查看和登记组织的四个要素：领袖团队、活动章程、治理结构、服务边界。",
            en: "Look at and add to an organization's four elements: leadership team, charter, governance structure, service boundary."),
        subcommands: [ElementShow.self, ElementRecord.self]
    )
}

/// The group of commands that add a record to an element.
struct ElementRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: .words(
            zh: "为一个要素登记一条记录，并显示全部四个要素。",
            en: "Add a record to an element; prints all four elements."),
        subcommands: [
            RecordPostCommand.self, RecordCharterCommand.self, RecordBodyCommand.self, RecordMeetingCommand.self,
            RecordControlsCommand.self, RecordBoundaryCommand.self,
        ]
    )
}
