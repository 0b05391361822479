import ArgumentParser
import EmbeddedDatabase
import Values

struct DatabaseStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .words(
            zh: "显示数据库是否在运行：退出码 0 为在运行，1 为没有数据库，3 为已停止。",
            en: "Tell whether the database runs: exit status 0 if so, 1 if there is none, 3 if it is stopped.")
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        guard options.replacement == nil else {
            Terminal.complain(
                BilingualText(
                    zh: "已设置 DATABASE_URL：使用该数据库，内置数据库不参与。",
                    en: "DATABASE_URL is set: that database is used, and the register's own takes no part."))
            return
        }
        let status = try options.database.status()
        try DatabaseReport(status: status).print(asJSON: options.json)
        switch status.state {
        case .running: return
        case .absent: throw ExitStatus.refused
        case .stopped, .starting: throw ExitStatus.databaseUnreachable
        }
    }
}
