import Foundation
import Postgres
import Testing

struct AuditCommandTests {
    @Test func `what was done is listed in every form`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            _ = try await register.incubator.run("case", "open", "320613-1", "--on", "2024-01-01")
            let csv = try await register.incubator.run("audit", "export", "--csv")
            #expect(csv.lines.count == 4)
            #expect(csv.lines.first?.hasPrefix("district,sequence,occurredAt,act,caller,subject,subjectKey,") == true)
            let district = try await register.incubator.run("audit", "export", "--district", "320613", "--csv")
            #expect(district.lines.count == 2)
            #expect(district.lines.last?.contains(",open-case,local-operator,incubation-case,320613-1,,1,done,,") == true)
            let json = try await register.incubator.run("audit", "export", "--json")
            #expect(json.output.contains("\"act\":\"import-table\""))
            #expect(!csv.output.contains("合唱团"))
        }
    }

    @Test func `a refused command is listed as refused`() async throws {
        try await TestRegister.run { register in
            let refused = try await register.incubator.run("case", "open", "320613-9", "--on", "2024-01-01")
            #expect(refused.status == 1)
            let csv = try await register.incubator.run("audit", "export", "--district", "320613", "--csv")
            #expect(
                csv.lines.last?.contains(",open-case,local-operator,incubation-case,320613-9,,,refused,organization-not-found,") == true)
        }
    }

    @Test func `the newest events come first, and can be narrowed to what auditors look for`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            _ = try await incubator.run("case", "open", "320613-1", "--on", "2024-01-01")
            _ = try await incubator.run("case", "open", "320613-9", "--on", "2024-01-01")
            let all = try await incubator.run("audit", "list", "--district", "320613", "--csv")
            #expect(all.lines.count == 3)
            #expect(all.line(1).contains(",open-case,local-operator,incubation-case,320613-9,,,organization-not-found,"), "\(all.output)")
            let about = try await incubator.run("audit", "list", "--district", "320613", "--subject", "320613-1", "--csv")
            #expect(about.lines.count == 2 && about.line(1).contains(",320613-1,,1,,"), "\(about.output)")
            let refused = try await incubator.run("audit", "list", "--district", "320613", "--question", "refused", "--csv")
            #expect(refused.lines.count == 2)
            #expect(try await incubator.run("audit", "list", "--question", "disclosed", "--csv").lines.count == 1)
            let first = try await incubator.run("audit", "list", "--district", "320613", "--limit", "1")
            #expect(first.complaints.contains("There is more: --after 2"), "\(first.complaints)")
            let wrong = try await incubator.inChinese.run("audit", "list", "--question", "odd")
            #expect(wrong.status == 2 && wrong.complaints.contains("refused"), "\(wrong.complaints)")
        }
    }

    @Test func `verify names the first event that is not what it was`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let sound = try await register.incubator.run("audit", "verify")
            #expect(sound.status == 0)
            #expect(sound.complaints.hasPrefix("All 2 events of 1 chains"))
            _ = try await register.pool.query("UPDATE audit_events SET caller = 'nobody' WHERE sequence = 2")
            let broken = try await register.incubator.run("audit", "verify", "--json")
            #expect(broken.status == 1)
            #expect(broken.complaints.contains("District 0, event 2: it does not say what was recorded."))
            #expect(broken.output.contains("\"fault\" : \"altered\""))
            #expect(try await register.incubator.inChinese.run("audit", "verify").complaints.hasPrefix("审计链已被改动"))
            let whole = try await register.incubator.run("verify")
            #expect(whole.status == 1)
            #expect(whole.complaints.contains("first audit_chains"))
            let file = try register.folder.write("checkpoint.txt", "")
            let unsigned = try await register.incubator.run("audit", "checkpoint", "--out", file, "--key", file + ".key")
            #expect(unsigned.status == 1, "What is broken is not signed.")
        }
    }

    @Test func `a checkpoint shows that a chain lost its tail`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let file = try register.folder.write("checkpoint.txt", "")
            let key = file + ".key"
            let made = try await register.incubator.run("audit", "checkpoint", "--out", file, "--key", key)
            #expect(made.status == 0, "\(made.complaints)")
            let attributes = try FileManager.default.attributesOfItem(atPath: key)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let arguments = ["audit", "verify", "--checkpoint", file, "--key", key]
            #expect(try await register.incubator.run(arguments).status == 0)
            _ = try await register.pool.query("DELETE FROM audit_events WHERE sequence = 2")
            _ = try await register.pool.query("UPDATE audit_heads h SET sequence = 1, hash = e.hash FROM audit_events e")
            #expect(try await register.incubator.run("audit", "verify").status == 0, "Nothing here tells it any more.")
            let cut = try await register.incubator.run(arguments)
            #expect(cut.status == 1)
            #expect(cut.complaints.contains("District 0, event 2: it is missing."))
        }
    }

    @Test func `a checkpoint of another key, or a changed one, is not believed`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("checkpoint.txt", "")
            _ = try await register.incubator.run("audit", "checkpoint", "--out", file, "--key", file + ".one")
            _ = try await register.incubator.run("audit", "checkpoint", "--out", file + ".other", "--key", file + ".two")
            let other = try await register.incubator.run("audit", "verify", "--checkpoint", file, "--key", file + ".two")
            #expect(other.status == 1)
            #expect(other.complaints.contains("another key has signed it"))
            let unknown = try await register.incubator.run("audit", "verify", "--checkpoint", file, "--key", file + ".none")
            #expect(unknown.status == 0)
            #expect(unknown.complaints.contains("a key that is not known here"))
            let text = try String(contentsOfFile: file, encoding: .utf8).replacing("\n0 1 ", with: "\n0 2 ")
            let changed = try register.folder.write("changed.txt", text)
            let refused = try await register.incubator.run("audit", "verify", "--checkpoint", changed, "--key", file + ".one")
            #expect(refused.status == 1)
            #expect(refused.complaints.contains("its signature is wrong"))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file + ".one")
            let open = try await register.incubator.run("audit", "checkpoint", "--out", file, "--key", file + ".one")
            #expect(open.status == 1)
            #expect(open.complaints.contains("others may read it"))
        }
    }
}
