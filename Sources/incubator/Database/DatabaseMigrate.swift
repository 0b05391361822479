import ArgumentParser
import Store
import Values
import Workflow

struct DatabaseMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database's structure up to date; prints the steps that ran.",
        discussion: """
            The private database is migrated as its owner. DATABASE_URL must name a role that may change the structure. Working-day \
            calendars that this program brings along are entered for the years that the register has none of.
            """
    )

    @OptionGroup var format: RecordOptions

    func run() async throws {
        let migrations = try Migration.embedded()
        let (ran, years) = try await RegistryAccess.withPool(as: .owner) { pool in
            let ran = try await Migrator(pool: pool, migrations: migrations).migrate()
            try await SealStoredPeople(pool: pool, people: .inFiles())()
            return (ran, try await pool.enterEmbeddedCalendars())
        }
        if format.json {
            try Terminal.show(try JSONText.pretty(["ran": ran.map(\.name), "calendars": years.map(String.init)]))
        } else {
            for migration in ran { try Terminal.show(migration.name) }
        }
        if !years.isEmpty {
            let list = years.map(String.init).joined(separator: ", ")
            Terminal.complain(BilingualText(zh: "已录入工作日历：\(list)。", en: "Working-day calendars entered: \(list)."))
        }
        if ran.isEmpty { Terminal.complain(BilingualText(zh: "数据库结构已是最新。", en: "The database is up to date.")) }
    }
}
