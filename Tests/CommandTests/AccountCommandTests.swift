import Foundation
import Postgres
import Testing

struct AccountCommandTests {
    /// Takes up an invitation with a password.
    private static func activate(_ register: TestRegister, _ invited: Outcome, _ password: String) async throws -> Outcome {
        let token = try #require(
            invited.output.split(separator: "\n").first { $0.hasPrefix("invitation token") }?.split(separator: " ").last)
        let input = try register.folder.write("input", "\(token)\n\(password)\n")
        return try await register.incubator.shell("$incubator account activate < '\(input)'")
    }

    @Test func `the first administrator is made without a password, once`() async throws {
        try await TestRegister.run { register in
            let made = try await register.incubator.run("account", "create-administrator", "guard", "--name", "安全员")
            #expect(made.status == 0, "\(made.complaints)")
            #expect(made.output.contains("security administration"))
            #expect(made.complaints.contains("It counts once"))
            let again = try await register.incubator.run("account", "create-administrator", "other", "--name", "另一人")
            #expect(again.status == 1)
            #expect(again.complaints.hasPrefix("There are accounts\n"))
            #expect(
                try await register.incubator.inChinese.run("account", "create-administrator", "x1", "--name", "某").complaints.hasPrefix(
                    "已有账号\n"))
            #expect(try await Self.activate(register, made, "guard2024").status == 1, "A password that is guessed.")
            let active = try await Self.activate(register, made, "a sentence that nobody guesses")
            #expect(active.status == 0, "\(active.complaints)")
            #expect(active.output.contains("active"))
            #expect(try await Self.activate(register, made, "another good sentence").complaints.hasPrefix("The invitation is not valid\n"))
            let stored = try await register.pool.query("SELECT password_hash FROM accounts")[0].decode(as: String.self)
            #expect(stored.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
        }
    }

    @Test func `accounts are made, given roles, kept out and let in again`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            #expect(try await incubator.run("account", "create", "zhang", "--name", "张三").status == 0)
            #expect(try await incubator.run("account", "create", "Zhang", "--name", "张四").complaints.hasPrefix("The login is taken\n"))
            #expect(try await incubator.run("account", "create", "13800138000", "--name", "张五").status == 1)
            #expect(
                try await incubator.run("account", "grant", "zhang", "hubStaff", "--area", "320613001").complaints.hasPrefix(
                    "No hub contract"))
            _ = try await incubator.run(
                "contract", "record", "第一枢纽", "--purchaser", "民政局", "--area", "32", "--from", "2020-01-01", "--until", "2040-12-31")
            let granted = try await incubator.run("account", "grant", "zhang", "hubStaff", "--area", "320613001", "--csv")
            #expect(granted.lines.first == "number,role,scope,from,until")
            #expect(granted.lines.last?.contains(",hubStaff,320613001,") == true, "\(granted.complaints)")
            let refused = try await incubator.run("account", "grant", "zhang", "systemAdministrator")
            #expect(refused.status == 1)
            #expect(refused.complaints.hasPrefix("The roles cannot go together\n"))
            #expect(
                try await incubator.run("account", "grant", "zhang", "official").status == 2,
                "A scope that was forgotten is not the widest.")
            #expect(
                try await incubator.run("account", "grant", "zhang", "organizationMember", "--nation").complaints.hasPrefix(
                    "The role does not fit there\n"))
            #expect(try await incubator.run("account", "grant", "nobody", "auditor", "--nation").status == 1)
            #expect(try await incubator.run("account", "grant", "1", "emperor").status == 2)
            let number = try #require(granted.lines.last?.split(separator: ",").first)
            let ended = try await incubator.run("account", "end-role", "zhang", String(number), "--json")
            #expect(ended.status == 0 && !ended.output.contains("\"until\":null"))
            #expect(try await incubator.run("account", "disable", "1").output.contains("disabled"))
            #expect(try await incubator.run("account", "disable", "zhang").status == 1)
            #expect(try await incubator.run("account", "enable", "zhang").output.contains("invited"), "Nobody has chosen a password yet.")
            let list = try await incubator.run("account", "list", "--csv")
            #expect(list.lines.count == 2)
            #expect(try await incubator.run("account", "show", "zhang", "--json").output.contains("\"login\""))
            #expect(try await incubator.run("account", "sessions", "zhang", "--csv").lines.count == 1)
            #expect(try await incubator.run("account", "sign-out", "zhang", "--json").output.contains("\"ended\" : 0"))
        }
    }

    @Test func `a token of a program is shown once`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            let invited = try await incubator.run("account", "create", "sync", "--name", "数据同步")
            _ = try await Self.activate(register, invited, "a sentence that nobody guesses")
            _ = try await incubator.run(
                "contract", "record", "第一枢纽", "--purchaser", "民政局", "--area", "32", "--from", "2020-01-01", "--until", "2040-12-31")
            let roles = try await incubator.run("account", "grant", "sync", "hubStaff", "--area", "320613", "--csv")
            let role = try #require(roles.lines.last?.split(separator: ",").first.map(String.init))
            let made = try await incubator.run(
                "account", "token", "create", "sync", "夜间同步", "--role", role, "--scope", "read", "--scope", "record-activity", "--days",
                "30")
            #expect(made.status == 0, "\(made.complaints)")
            let secret = try #require(made.output.matches(of: /[0-9a-f]{64}/).first.map { String($0.0) })
            let stored = try await register.pool.query("SELECT to_jsonb(t)::text FROM api_tokens t")[0].decode(as: String.self)
            #expect(!stored.contains(secret))
            let list = try await incubator.run("account", "token", "list", "sync", "--csv")
            #expect(list.lines.last?.contains("read;record-activity") == true && !list.output.contains(secret))
            let number = try #require(list.lines.last?.split(separator: ",").first.map(String.init))
            #expect(try await incubator.run("account", "token", "revoke", "sync", number).status == 0)
            #expect(try await incubator.run("account", "token", "revoke", "sync", number).status == 1)
            let unknown = try await incubator.run("account", "token", "create", "sync", "x", "--role", role, "--scope", "sign-in")
            #expect(unknown.status == 1)
            let official = try await incubator.run("account", "grant", "sync", "official", "--area", "320613", "--csv")
            let other = try #require(
                official.lines.dropFirst().first { $0.contains(",official,") }?.split(separator: ",").first.map(String.init))
            let refused = try await incubator.run("account", "token", "create", "sync", "x", "--role", other, "--scope", "read")
            #expect(refused.complaints.hasPrefix("A second factor is needed\n"))
        }
    }

    @Test func `the service says how to make the first administrator, while there is none`() async throws {
        try await TestRegister.empty { register in
            var incubator = register.incubator
            incubator.workingDirectory = register.folder.url
            for (isExpected, text) in [(true, "create-administrator"), (false, "create-administrator")] {
                let service = try incubator.start("serve", "--port", "0", "--quiet")
                let limit = ContinuousClock.now + .seconds(30)
                while try !service.complaints.contains("Serving at"), ContinuousClock.now < limit {
                    try await Task.sleep(for: .milliseconds(20))
                }
                try await Task.sleep(for: .milliseconds(500))
                #expect(try service.complaints.contains(text) == isExpected)
                service.send(SIGTERM)
                _ = try await service.end(within: .seconds(30))
                _ = try await incubator.run("account", "create-administrator", "guard", "--name", "安全员")
            }
        }
    }
}
