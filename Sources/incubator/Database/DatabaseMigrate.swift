import ArgumentParser
import Store
import Values

struct DatabaseMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database's structure up to date; prints the steps that ran.",
        discussion: "The private database is migrated as its owner. DATABASE_URL must name a role that may change the structure."
    )

    @OptionGroup var format: RecordOptions

    func run() async throws {
        let migrations = try Migration.embedded()
        let ran = try await RegistryAccess.withPool(as: .owner) { pool in
            try await Migrator(pool: pool, migrations: migrations).migrate()
        }
        if format.json {
            try Terminal.show(try JSONText.pretty(["ran": ran.map(\.name)]))
        } else {
            for migration in ran { try Terminal.show(migration.name) }
        }
        if ran.isEmpty { Terminal.complain(BilingualText(zh: "数据库结构已是最新。", en: "The database is up to date.")) }
    }
}
