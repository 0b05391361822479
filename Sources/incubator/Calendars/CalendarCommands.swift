import ArgumentParser

/// The group of commands for working-day calendars.
struct CalendarCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Look at and enter working-day calendars, and count by them.",
        discussion: """
            The State Council announces every autumn which weekdays of the next year are not worked and which weekends make up for them. \
            Nothing is counted in a year whose calendar is not there.
            """,
        subcommands: [CalendarList.self, CalendarShow.self, CalendarImport.self, CalendarCheck.self, CalendarAdd.self]
    )
}
