import ArgumentParser

/// The group of commands for the database itself.
struct DatabaseCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: .words(
            zh: "启动、停止、迁移和查看登记系统的数据库。",
            en: "Start, stop, migrate and look at the register's database."),
        subcommands: [DatabaseStart.self, DatabaseStop.self, DatabaseStatusCommand.self, DatabaseMigrate.self, DatabaseSchema.self]
    )
}
