import Access
import Foundation
import Postgres
import Testing
import Workflow

/// Every command that there is, as everybody who may not: none may be forgotten, and none tells or changes anything of elsewhere.
struct CommandMatrixTests {
    /// Those who come with a token, of an account whose role lies elsewhere or that is not let in at all.
    enum Outsider: String, CaseIterable {
        case staffOfAnotherArea, memberOfAnotherOrganization, disabled, revoked, expired, unknown

        /// Whether the token's account is let in, so that what its role reaches decides.
        var isLetIn: Bool { self == .staffOfAnotherArea || self == .memberOfAnotherOrganization }
    }

    struct Row {
        enum Who: String { case held, open, machine }

        let who: Who
        let words: [String]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    private static func rows() throws -> [Row] {
        let text = try String(contentsOf: folder.appending(path: "commands.txt"), encoding: .utf8)
        return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: " | ")
            return Row(who: try #require(Row.Who(rawValue: String(parts[0]))), words: parts[1].split(separator: " ").map(String.init))
        }
    }

    /// Commands that do something, by the files that their help is held against.
    private static func commands() throws -> Set<String> {
        let help = folder.deletingLastPathComponent().appending(path: "Help/en")
        let names = try FileManager.default.contentsOfDirectory(atPath: help.path(percentEncoded: false))
        let ends = try names.filter { name in
            try !String(contentsOf: help.appending(path: name), encoding: .utf8).contains("\nSUBCOMMANDS:\n")
        }
        return Set(ends.map { String($0.dropFirst("incubator-".count).dropLast(".txt".count)).replacing("-", with: " ") })
    }

    @Test func `every command has a row`() throws {
        let rows = try Self.rows()
        let commands = try Self.commands()
        var without = commands
        for row in rows {
            let line = row.words.joined(separator: " ").replacing("-", with: " ") + " "
            let command = commands.filter { line.hasPrefix($0 + " ") }.max { $0.count < $1.count }
            #expect(command != nil, "\(line): there is no such command")
            if let command { without.remove(command) }
        }
        #expect(without == [], "who may run these?")
    }

    @Test(arguments: Outsider.allCases) func `a command does nothing for whoever may not`(outsider: Outsider) async throws {
        try await TestRegister.run { register in
            let files = try await Self.fill(register)
            var incubator = register.incubator
            incubator.environment["INCUBATOR_TOKEN"] = try await Self.token(of: outsider, in: register)
            let before = try await Self.contents(of: register)
            for row in try Self.rows() where row.who != .machine {
                let words = row.words.map { files[$0] ?? $0 }
                let outcome = try await incubator.run(words)
                let name = "\(row.words.joined(separator: " ")): \(outcome.complaints)"
                #expect(!outcome.output.contains("320613-1 ") || row.who == .open, "\(name)")
                #expect(!(outcome.output + outcome.complaints).contains("13912345678"), "\(name)")
                if outsider.isLetIn, row.who == .open { continue }
                #expect(outcome.status == 1 && outcome.output.isEmpty, "\(name)")
                #expect(outcome.complaints.contains(outsider.isLetIn ? "Not permitted" : "Signing in is needed"), "\(name)")
            }
            #expect(try await Self.contents(of: register) == before, "something was changed")
            for name in ["{checkpoint}", "{key}"] {
                #expect(!FileManager.default.fileExists(atPath: try #require(files[name])), "\(name) was made")
            }
        }
    }

    /// The organization that is not theirs, one of theirs, and files for commands that read some.
    private static func fill(_ register: TestRegister) async throws -> [String: String] {
        func done(_ words: String...) async throws {
            let outcome = try await register.incubator.run(words)
            try #require(outcome.status == 0, "\(words): \(outcome.complaints)")
        }
        let head = "name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey,telephone\n"
        let elsewhere = "code,name,level,parent\n320602,港闸区,county,3206\n320602001,唐闸街道,township,320602\n"
        try await done("area", "import", register.folder.write("elsewhere.csv", elsewhere))
        let own = head + "城东合唱团,unincorporated,filed,2021-05-01,320613001,test,A1,13912345678\n"
        try await done("organization", "import", register.folder.write("own.csv", own))
        let other = head + "西邻社,unincorporated,filed,2021-05-01,320602001,test,B1,\n"
        try await done("organization", "import", register.folder.write("other.csv", other))
        try await done(
            "contract", "record", "枢纽", "--purchaser", "民政局", "--area", "320602", "--from", "2020-01-01", "--until", "2040-12-31")
        let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return [
            "{areas}": try register.folder.write("areas-2.csv", TestRegister.areas),
            "{organizations}": try register.folder.write("organizations-2.csv", own),
            "{erased}": try register.folder.write("erased.txt", ""),
            "{calendar}": root.appending(path: "sql/reference/calendar/2026.csv").path(percentEncoded: false),
            "{rubric}": root.appending(path: "sql/reference/rubrics/pooled-2.json").path(percentEncoded: false),
            "{checkpoint}": register.folder.path("checkpoint.txt"), "{key}": register.folder.path("checkpoint.key"),
        ]
    }

    private static func token(of outsider: Outsider, in register: TestRegister) async throws -> String {
        if outsider == .unknown { return String(repeating: "0", count: 64) }
        let incubator = register.incubator
        let invited = try await incubator.run("account", "create", "zhang", "--name", "张三", "--json")
        let invitation = try #require(try invited.json["invitationToken"]?.written)
        let input = try register.folder.write("input", "\(invitation)\nfar river quiet lantern 58\n")
        try #require(try await incubator.shell("$incubator account activate < \(input)").status == 0)
        let role =
            outsider == .memberOfAnotherOrganization
            ? ["organizationMember", "--organization", "320602-2"] : ["hubStaff", "--area", "320602"]
        let granted = try await incubator.run(["account", "grant", "zhang"] + role)
        try #require(granted.status == 0, "\(granted.complaints)")
        // Whatever programs may do, so that nothing but the role's place decides.
        let scopes = (["read"] + Act.allCases.map(\.rawValue).filter { (try? TokenScopes(new: [$0])) != nil }).flatMap { ["--scope", $0] }
        let made = try await incubator.run(["account", "token", "create", "zhang", "同步", "--role", "1", "--json"] + scopes)
        let token = try #require(try made.json["token"]?.written, "\(made.complaints)")
        switch outsider {
        case .disabled: try #require(try await incubator.run("account", "disable", "zhang").status == 0)
        case .revoked: try #require(try await incubator.run("account", "token", "revoke", "zhang", "1").status == 0)
        case .expired:
            _ = try await register.pool.query(
                "UPDATE api_tokens SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day'")
        default: break
        }
        return token
    }

    /// How many rows each table has, but for the marks that refusals and uses of a token leave.
    private static func contents(of register: TestRegister) async throws -> [String: Int] {
        let names = try await register.pool.query(
            "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1")
        var counts: [String: Int] = [:]
        for row in names {
            let name = try row.decode(as: String.self)
            if name.hasPrefix("audit_") || name.contains("attempts") || name.contains("rate") { continue }
            counts[name] = try await register.count(name)
        }
        return counts
    }
}
