import ArgumentParser
import Store
import Values
import Workflow

struct DatabaseMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: .words(
            zh: "将数据库结构更新到最新，并显示已执行的步骤。",
            en: "Bring the database's structure up to date; prints the steps that ran."),
        discussion: .words(
            zh: """
                内置数据库以其所有者的身份迁移。DATABASE_URL 须使用有权改变结构的数据库角色。登记系统尚无工作日历的年份，录入本程序附\
                带的工作日历。
                """,
            en: """
                The private database is migrated as its owner. DATABASE_URL must name a role that may change the structure. Working-day \
                calendars that this program brings along are entered for the years that the register has none of.
                """)
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
