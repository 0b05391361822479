import ArgumentParser
import EmbeddedDatabase
import Values

struct DatabaseStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: .words(zh: "停止数据库；本来没有运行的，也视为完成。", en: "Stop the database; done as well when it was not running.")
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let database = options.database
        if try await !database.stop() {
            Terminal.complain(BilingualText(zh: "数据库没有在运行。", en: "The database was not running."))
        }
        try DatabaseReport(status: database.status()).print(asJSON: options.json)
    }
}
