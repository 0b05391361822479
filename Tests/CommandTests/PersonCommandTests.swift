import Foundation
import Postgres
import Testing

/// People's data on the command line.
struct PersonCommandTests {
    private static let canary = "金丝雀"

    /// A register with two people in it.
    private static func run(_ body: (TestRegister, Executable) async throws -> Void) async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let leaders = try register.folder.write(
                "leaders.csv",
                "organization,post,personName,chosenBy,termBegan\n320613-1,chair,=王\(canary),elected,2024-01-01\n320613-1,coreMember,赵\(canary),elected,2024-01-01\n"
            )
            let imported = try await incubator.run("organization", "import", leaders, "--kind", "leadership")
            try #require(imported.status == 0, "\(imported.complaints)")
            try await body(register, incubator)
        }
    }

    @Test func `people are shown masked, and whole for a purpose that is recorded`() async throws {
        try await Self.run { register, incubator in
            let listed = try await incubator.run("person", "list", "320613-1", "--csv")
            #expect(listed.lines.count == 3, "\(listed.complaints)")
            #expect(!listed.output.contains(Self.canary))
            #expect(listed.output.contains("赵*"))
            let shown = try await incubator.run("person", "show", "320613-1", "2", "--json")
            #expect(try shown.json["name"] == "赵*")
            let whole = try await incubator.run("person", "show", "320613-1", "2", "--purpose", "contact", "--note", "换届", "--json")
            #expect(try whole.json["name"] == .text("赵\(Self.canary)"))
            let exported = try await incubator.run("person", "export", "--district", "320613", "--purpose", "audit", "--csv")
            #expect(exported.output.contains("'=王\(Self.canary)"), "a formula")
            let audit = try await incubator.run("audit", "export", "--csv")
            #expect(audit.output.contains("view-people") && audit.output.contains("export-people"))
            #expect(!audit.output.contains(Self.canary) && !audit.output.contains("换届"))
            for wrong in [
                ["export"], ["export", "--organization", "320613-1", "--district", "320613"], ["show", "320613-1", "2", "--note", "x"],
            ] {
                #expect(try await incubator.run(["person"] + wrong).status == 2)
            }
            let nobody = try await incubator.run("person", "show", "320613-1", "99")
            #expect(nobody.status == 1)
        }
    }

    @Test func `an erased person stands in no output, no file and no log any more`() async throws {
        try await Self.run { register, incubator in
            let restricted = try await incubator.run(
                "person", "restrict", "320613-1", "1", "--basis", "disputed", "--json")
            #expect(try restricted.json["state"] == "restricted")
            #expect(try restricted.json["name"] == .null)
            #expect(try await incubator.run("person", "release", "320613-1", "1").status == 0)
            for person in ["1", "2"] {
                let erased = try await incubator.run("person", "erase", "320613-1", person, "--basis", "person-request", "--json")
                #expect(erased.status == 0, "\(erased.complaints)")
                #expect(!(erased.output + erased.complaints).contains(Self.canary))
            }
            let commands = [
                ["person", "list", "320613-1", "--json"], ["person", "export", "--district", "320613", "--purpose", "audit", "--csv"],
                ["element", "show", "320613-1"], ["organization", "show", "320613-1", "--json"], ["audit", "export", "--json"], ["verify"],
                ["audit", "verify"],
            ]
            for command in commands {
                let outcome = try await incubator.run(command)
                #expect(outcome.status == 0, "\(command) \(outcome.complaints)")
                #expect(!(outcome.output + outcome.complaints).contains(Self.canary), "\(command)")
            }
            let list = try String(contentsOfFile: register.folder.path("erased"), encoding: .utf8)
            #expect(list.split(separator: "\n").count == 2)
            #expect(!list.contains(Self.canary))
            let replayed = try await incubator.run("person", "replay", "--json")
            #expect(try replayed.json["absent"] == 2)
        }
    }

    @Test func `the key is made once, for its owner alone, and a lost key is told`() async throws {
        try await Self.run { register, incubator in
            let path = register.folder.path("people.key")
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            let open = try await incubator.run("element", "show", "320613-1")
            #expect(open.status == 1)
            #expect(open.complaints.contains("chmod 600"))
            try FileManager.default.removeItem(atPath: path)
            let lost = try await incubator.run("element", "show", "320613-1")
            #expect(lost.status == 1)
            #expect(lost.complaints.contains("INCUBATOR_PEOPLE_KEY_FILE"))
            #expect(!FileManager.default.fileExists(atPath: path), "a new key would hide that the old one is lost")
        }
    }

    @Test func `what is past its time is listed, counted and removed`() async throws {
        try await Self.run { register, incubator in
            _ = try await register.pool.query(
                "UPDATE import_jobs SET finished_at = now() - interval '400 days' WHERE finished_at IS NOT NULL")
            let listed = try await incubator.run("retention", "list", "--csv")
            #expect(listed.output.contains("access-log,at-least,183,operator,text,"))
            #expect(try await incubator.run("retention", "run", "--dry-run").status == 0)
            let ran = try await incubator.run("retention", "run", "--csv")
            #expect(ran.output.hasPrefix("subject,due,removed\r\nidempotency-keys,0,0\r\n"), "\(ran.complaints)")
        }
    }

    @Test func `a lookup tells status words and nothing else`() async throws {
        try await Self.run { _, incubator in
            let found = try await incubator.run("lookup", "320613-1", "--json")
            #expect(try found.json.names == ["legalStatus", "owner", "stage", "until"])
            #expect(try found.json["legalStatus"] == "filed")
            let nothing = try await incubator.run("lookup", "no-such-number", "--json")
            #expect(nothing.status == 0)
            #expect(try nothing.json["legalStatus"] == .null)
        }
    }
}
