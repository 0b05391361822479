import EmbeddedFiles
import Foundation
import Postgres
import Testing

struct DatabaseCommandTests {
    @Test func `sql/schema.sql is what the migrations give`() async throws {
        try await TestRegister.empty { register in
            let printed = try await register.incubator.run("database", "schema")
            #expect(printed.status == 0)
            let file = URL(filePath: #filePath).appending(path: "../../../sql/schema.sql").standardizedFileURL
            let written = try String(contentsOf: file, encoding: .utf8)
            #expect(printed.output == written, "sql/schema.sql is stale: incubator database schema > sql/schema.sql")
        }
    }

    @Test func `migrating again runs nothing`() async throws {
        try await TestRegister.empty { register in
            let again = try await register.incubator.run("database", "migrate", "--json")
            #expect(again.status == 0)
            #expect(try again.json == .object(["ran": .list([]), "calendars": .list([])]))
            let chinese = try await register.incubator.inChinese.run("database", "migrate")
            #expect(chinese.complaints == "数据库结构已是最新。\n")
        }
    }

    @Test func `a database of a newer program is left alone`() async throws {
        try await TestRegister.empty { register in
            _ = try await register.pool.query("INSERT INTO schema_migrations (version, name, checksum) VALUES (9999, '9999_later', 'x')")
            let outcome = try await register.incubator.run("database", "migrate")
            #expect(outcome.status == 1)
            #expect(outcome.complaints.contains("step 9999, which this program does not know"))
        }
    }

    @Test func `every check holds on a sound register`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let text = try await register.incubator.run("verify")
            #expect(text.status == 0, "\(text.output)")
            let csv = try await register.incubator.run("verify", "--csv")
            #expect(csv.lines.count == EmbeddedFile.all(under: "checks").count + 2, "The header, every check, and the chains of events.")
        }
    }

    @Test func `verify names the first row that breaks a rule`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            _ = try await register.pool.query("UPDATE organizations SET legal_status = 'idea' WHERE serial = 3")
            let broken = try await register.incubator.run("verify", "--json")
            #expect(broken.status == 1)
            #expect(broken.complaints.contains("Checks that do not hold: 1, first legal_status_differs_from_history"))
            #expect(broken.complaints.contains("\"newest_step\": \"ledgered\""))
            let chinese = try await register.incubator.inChinese.run("verify")
            #expect(chinese.complaints.hasPrefix("1 项检查未通过"))
        }
    }
}
