import Foundation
import Testing

/// `incubator organization import`: what goes right, what is refused and how it is said.
struct ImportCommandTests {
    private let wrong = """
        name,legalForm,legalStatus,area
        甲会,unincorporated,filed,320613001
        乙会,unincorporated,filed,999999
        丙会,unincorporated,filed,320613002

        """

    @Test func `an import sums up, and once more changes nothing`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("organizations.csv", TestRegister.organizations)
            let first = try await register.incubator.run("organization", "import", file, "--json")
            #expect(first.status == 0, "\(first.complaints)")
            #expect(first.complaints.contains("3 rows read, 3 new, 0 changed, 0 unchanged, 0 rejected, 0 warnings"))
            let json = try first.json
            #expect(json["outcome"] == "applied")
            #expect((json["read"], json["new"], json["rejected"]) == (3, 3, 0))
            let again = try await register.incubator.inChinese.run("organization", "import", file)
            #expect(again.status == 0)
            #expect(again.output == "")
            #expect(again.complaints.contains("读入 3 行，新增 0，变更 0，未变 3，拒绝 0"))
        }
    }

    @Test func `a wrong row refuses the table, and the report names it`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("wrong.csv", wrong)
            let report = register.folder.path("report.csv")
            let outcome = try await register.incubator.run("organization", "import", file, "--report", report, "--json")
            #expect(outcome.status == 1)
            #expect(try outcome.json["outcome"] == "refused")
            #expect(outcome.complaints.contains("row 3, column area: the area “999999” is not in the list of areas"))
            #expect(outcome.complaints.contains("Nothing was imported"))
            #expect(try await register.count("organizations") == 0)
            let text = try register.folder.text("report.csv")
            #expect(text.hasPrefix("\u{FEFF}row,line,column,value,severity,code,"))
            #expect(text.contains("999999,error,area-unknown"))
        }
    }

    @Test func `sound rows are taken over when that is asked for`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("wrong.csv", wrong)
            let outcome = try await register.incubator.run("organization", "import", file, "--skip-bad-rows", "--json")
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(try (outcome.json["new"], outcome.json["rejected"]) == (2, 1))
        }
    }

    @Test func `a dry run writes nothing`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("organizations.csv", TestRegister.organizations)
            let outcome = try await register.incubator.run("organization", "import", file, "--dry-run", "--json")
            #expect(outcome.status == 0)
            #expect(try outcome.json["outcome"] == "rehearsed")
            #expect(outcome.complaints.contains("dry run, nothing written"))
            #expect(try await register.count("organizations") == 0)
        }
    }

    @Test func `at most twenty findings are shown`() async throws {
        try await TestRegister.run { register in
            let rows = (1...30).map { "会\($0),unincorporated,filed,999999" }.joined(separator: "\n")
            let file = try register.folder.write("many.csv", "name,legalForm,legalStatus,area\n\(rows)\n")
            let outcome = try await register.incubator.run("organization", "import", file)
            #expect(outcome.complaints.split(separator: "\n").filter { $0.hasPrefix("  row ") }.count == 20)
            #expect(outcome.complaints.contains("… and 10 more; --report FILE keeps them all."))
        }
    }

    @Test(arguments: [
        ("missing", "there is no such file or folder"), ("folder", "it is a folder"), ("pipe", "is no regular file"), ("empty", "empty"),
        ("latin", "row"),
    ])
    func `a file that is no table is refused`(name: String, words: String) async throws {
        try await TestRegister.run { register in
            let path = register.folder.path(name)
            switch name {
            case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            case "pipe": #expect(mkfifo(path, 0o600) == 0)
            case "empty": try register.folder.write(name, "")
            case "latin": try Data([0x6E, 0x61, 0x6D, 0x65, 0x0A, 0xFF, 0xFE, 0x80, 0x0A]).write(to: URL(filePath: path))
            default: break
            }
            let outcome = try await register.incubator.run("organization", "import", path)
            #expect(outcome.status == 1)
            #expect(outcome.complaints.contains(words), "\(outcome.complaints)")
            #expect(try await register.count("organizations") == 0)
        }
    }

    @Test(arguments: [
        ("{", "JSON"), (#"{"kind": "people"}"#, "The mapping file's kind “people” does not exist."),
        (#"{"kind": "accounts", "columns": {}}"#, "is for “accounts”"), (#"{"colums": {}}"#, "colums"),
    ])
    func `a wrong mapping is refused`(mapping: String, words: String) async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("organizations.csv", TestRegister.organizations)
            let path = try register.folder.write("mapping.json", mapping)
            let outcome = try await register.incubator.run(
                "organization", "import", file, "--mapping", path, "--kind", "organizations")
            #expect(outcome.status == 1)
            #expect(outcome.complaints.contains(words), "\(outcome.complaints)")
        }
    }

    @Test func `a manifest is imported in order and passed over the second time`() async throws {
        try await TestRegister.run { register in
            try register.folder.write("organizations.csv", TestRegister.organizations)
            try register.folder.write("statuses.csv", "sourceScheme,sourceKey,status,since\ntest,A1,registered,2023-01-01\n")
            let manifest = try register.folder.write("files.txt", "organizations\torganizations.csv\t-\nstatuses\tstatuses.csv\t-\n")
            let first = try await register.incubator.run("organization", "import", "--manifest", manifest, "--json")
            #expect(first.status == 0, "\(first.complaints)")
            #expect(try first.json["items"]?[1]?["new"] == 1)
            let again = try await register.incubator.run("organization", "import", "--sample", register.folder.path(""), "--json")
            #expect(again.status == 0, "\(again.complaints)")
            #expect(try again.json["items"]?[1]?["outcome"] == "skipped")
            let broken = try register.folder.write("broken.txt", "organizations organizations.csv -\n")
            let refused = try await register.incubator.run("organization", "import", "--manifest", broken)
            #expect(refused.status == 1)
            #expect(refused.complaints.contains("Line 1 of"))
        }
    }

    @Test func `a name cannot steer the terminal`() async throws {
        try await TestRegister.run { register in
            let row = "\u{1B}[2J会,unincorporated,filed,320613001"
            let file = try register.folder.write("names.csv", "name,legalForm,legalStatus,area\n\(row)\n")
            let outcome = try await register.incubator.run("organization", "import", file)
            #expect(outcome.status == 1)
            #expect(!outcome.complaints.contains("\u{1B}"))
        }
    }

    @Test func `a person who watches sees a line that changes, and standard output stays empty`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("organizations.csv", TestRegister.organizations)
            // `script` gives the command a terminal for its standard error; standard output goes elsewhere.
            let watched = try await register.incubator.shell(
                """
                script -qec '"$incubator" organization import \(file) >\(register.folder.path("output"))' /dev/null
                """)
            #expect(watched.output.contains("\r\u{1B}[K"))
            #expect(watched.output.contains("taking over"))
            #expect(try register.folder.text("output") == "")
            let unwatched = try await register.incubator.run("organization", "import", file)
            #expect(!unwatched.complaints.contains("\u{1B}"))
        }
    }
}
