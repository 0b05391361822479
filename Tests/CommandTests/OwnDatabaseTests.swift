import Foundation
import Testing

/// The register's own database, as people meet it: nothing is set up, and commands work.
struct OwnDatabaseTests {
    /// Runs a test whose register's own database is stopped afterwards, whatever happens.
    private func withFolder(_ body: (TemporaryFolder, Executable) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let incubator = Executable(environment: ["DATABASE_URL": "", "INCUBATOR_DATA": folder.path("database")])
        do {
            try await body(folder, incubator)
        } catch {
            _ = try? await incubator.run("database", "stop")
            throw error
        }
        _ = try await incubator.run("database", "stop")
    }

    @Test func `without DATABASE_URL a command starts the register's own database`() async throws {
        try await withFolder { folder, incubator in
            let absent = try await incubator.run("database", "status", "--json")
            #expect(absent.status == 1)
            #expect(try absent.json["state"] == "absent")

            let migrated = try await incubator.run(["database", "migrate"], patience: .seconds(120))
            #expect(migrated.status == 0, "\(migrated.complaints)")
            #expect(migrated.complaints.contains("Starting PostgreSQL"))
            let areas = try folder.write("areas.csv", TestRegister.areas)
            #expect(try await incubator.run("area", "import", areas).status == 0, "The service's role may do what commands need.")
            let organizations = try folder.write("organizations.csv", TestRegister.organizations)
            #expect(try await incubator.run("organization", "import", organizations).status == 0)
            #expect(try await incubator.run("assess", "--as-of", "2024-12-31").status == 0)
            #expect(try await incubator.run("verify").status == 0)

            let running = try await incubator.run("database", "status")
            #expect(running.status == 0)
            #expect(running.line(0) == "state running")
            #expect(try await incubator.run("database", "stop").status == 0)
            #expect(try await incubator.run("database", "status").status == 3)
        }
    }

    @Test func `DATABASE_URL takes the place of the register's own database`() async throws {
        let outcome = try await Executable.withoutDatabase.inChinese.run("database", "start")
        #expect(outcome.status == 0)
        #expect(outcome.output == "")
        #expect(outcome.complaints == "已设置 DATABASE_URL：使用该数据库，不启动内置数据库。\n")
    }
}
