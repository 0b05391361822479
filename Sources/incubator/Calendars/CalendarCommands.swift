import ArgumentParser

/// The group of commands for working-day calendars.
struct CalendarCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: .words(
            zh: "查看和录入工作日历，并按日历计算期限。",
            en: "Look at and enter working-day calendars, and count by them."),
        discussion: .words(
            zh: "国务院办公厅每年秋季公布下一年哪些工作日放假、哪些周末调休上班。没有录入工作日历的年份不予计算。",
            en: """
                The State Council announces every autumn which weekdays of the next year are not worked and which weekends make up for them. \
                Nothing is counted in a year whose calendar is not there.
                """),
        subcommands: [CalendarList.self, CalendarShow.self, CalendarImport.self, CalendarCheck.self, CalendarAdd.self]
    )
}
