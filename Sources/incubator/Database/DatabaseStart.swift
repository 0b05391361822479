import ArgumentParser
import EmbeddedDatabase
import Values

struct DatabaseStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: .words(
            zh: "启动数据库，没有则先新建；显示服务的连接方式。",
            en: "Start the database and make it first if there is none; prints how the service connects.")
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        guard options.replacement == nil else {
            Terminal.complain(
                BilingualText(
                    zh: "已设置 DATABASE_URL：使用该数据库，不启动内置数据库。",
                    en: "DATABASE_URL is set: that database is used, and the register's own is not started."))
            return
        }
        let database = options.database
        _ = try await database.start { Terminal.complain($0.words) }
        try DatabaseReport(status: database.status()).print(asJSON: options.json)
    }
}
