import EmbeddedFiles
import Postgres
import Store
import TestDatabase
import Testing

struct MigrationTests {
    @Test func `running the migrations again changes nothing`() async throws {
        try await TestDatabase.run { pool in
            let migrator = Migrator(pool: pool, migrations: try Migration.embedded())
            #expect(try await migrator.migrate().isEmpty)
            #expect(try await migrator.pending().isEmpty)
        }
    }

    @Test func `a step that was edited after it ran is named`() async throws {
        try await TestDatabase.run { pool in
            var migrations = try Migration.embedded()
            let last = try #require(migrations.last)
            migrations[migrations.count - 1] = Migration(version: last.version, name: last.name, text: last.text + "\n-- edited")
            await #expect(throws: MigrationFault.edited(name: last.name)) {
                try await Migrator(pool: pool, migrations: migrations).migrate()
            }
        }
    }

    @Test func `a database with steps that this program lacks is left alone`() async throws {
        try await TestDatabase.run { pool in
            let migrations = try Migration.embedded()
            await #expect(throws: MigrationFault.databaseIsNewer(version: Int32(migrations.count))) {
                try await Migrator(pool: pool, migrations: migrations.dropLast()).migrate()
            }
        }
    }

    @Test func `a step that fails is undone as a whole`() async throws {
        try await TestDatabase.run { pool in
            let migrations = try Migration.embedded()
            let broken = Migration(
                version: Int32(migrations.count + 1), name: "9999_broken", text: "CREATE TABLE half_done (id int); SELECT 1 / 0;")
            await #expect(throws: PostgresError.self) {
                try await Migrator(pool: pool, migrations: migrations + [broken]).migrate()
            }
            let found = try await pool.query("SELECT FROM pg_class WHERE relname = 'half_done'")
            #expect(found.isEmpty)
            #expect(try await Migrator(pool: pool, migrations: migrations + [broken]).pending() == [broken])
        }
    }

    @Test func `two programs that migrate at once do each step once`() async throws {
        try await TestDatabase.run { pool in
            let migrations = try Migration.embedded()
            let step = Migration(version: Int32(migrations.count + 1), name: "9999_once", text: "CREATE TABLE made_once (id int)")
            let migrator = Migrator(pool: pool, migrations: migrations + [step])
            async let first = migrator.migrate()
            async let second = migrator.migrate()
            #expect(try await first.count + second.count == 1)
        }
    }

    @Test(arguments: EmbeddedFile.all(under: "checks").map(\.name))
    func `the answer of every check is empty on a fresh database`(name: String) async throws {
        try await TestDatabase.run { pool in
            let check = try #require(EmbeddedFile.named(name)?.text)
            let rows = try await pool.query(SQL(trusted: check))
            #expect(rows.isEmpty, "\(name) gives \(rows.count) rows")
        }
    }
}
