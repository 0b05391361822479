import ArgumentParser

/// The group of commands for the database itself.
struct DatabaseCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: "Start, stop and look at the register's own database. 内置数据库",
        subcommands: [DatabaseStart.self, DatabaseStop.self, DatabaseStatusCommand.self]
    )
}
