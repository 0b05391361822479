import Postgres
import Testing

/// A database that cannot be reached ends every command that needs it with status 3.
struct DatabaseDownTests {
    @Test(arguments: [
        ["area", "list"], ["area", "show", "32"], ["area", "import"], ["organization", "list", "--json"],
        ["organization", "show", "320613-1"], ["case", "show", "320613-1"], ["element", "show", "320613-1"],
        ["assess", "--as-of", "2013-12-31"], ["assess", "runs"], ["verify"], ["database", "migrate"], ["database", "schema"],
    ])
    func `status 3 and words in the reader's language`(arguments: [String]) async throws {
        let english = try await Executable.withoutDatabase.run(arguments)
        #expect(english.status == 3)
        #expect(english.output == "")
        #expect(english.complaints.contains("The database cannot be reached."))
        #expect(english.complaints.contains("No such file or directory"), "The server's address and the reason are told.")
        let chinese = try await Executable.withoutDatabase.inChinese.run(arguments)
        #expect(chinese.status == 3)
        #expect(chinese.complaints.contains("连接不上数据库。"))
    }

    @Test func `a password never shows`() async throws {
        let incubator = Executable(environment: ["DATABASE_URL": "host=127.0.0.1 port=1 user=u password=Geheim7 dbname=d"])
        let outcome = try await incubator.run("verify")
        #expect(outcome.status == 3)
        #expect(!outcome.complaints.contains("Geheim7"))
    }

    @Test func `a database without the register's structure says what to run`() async throws {
        try await TestRegister.empty { register in
            try await register.pool.withTransaction { transaction in
                try await transaction.executeScript("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
            }
            let outcome = try await register.incubator.run("organization", "list")
            #expect(outcome.status == 1)
            #expect(outcome.complaints.contains("Run incubator database migrate."))
            let migrated = try await register.incubator.run("database", "migrate")
            #expect(migrated.status == 0)
            #expect(migrated.lines.first == "0001_areas")
            #expect(try await register.incubator.run("organization", "list").status == 0)
        }
    }
}
