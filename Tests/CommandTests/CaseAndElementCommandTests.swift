import Testing

struct CaseAndElementCommandTests {
    @Test func `a case goes through the stages that the table allows`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let none = try await incubator.run("case", "show", "320613-1")
            #expect(none.status == 1)
            let opened = try await incubator.run("case", "open", "320613-1", "--on", "2024-01-10", "--reason", "社区推荐", "--json")
            #expect(try opened.json["stage"] == "opened")
            let admitted = try await incubator.run(
                "case", "advance", "320613-1", "admitted", "--version", "1", "--on", "2024-02-01", "--json")
            #expect(try admitted.json["stage"] == "admitted")
            let stale = try await incubator.run("case", "advance", "320613-1", "incubating", "--version", "1")
            #expect(stale.status == 1)
            let jump = try await incubator.run("case", "advance", "320613-1", "graduated", "--version", "2")
            #expect(jump.status == 1)
            #expect(jump.complaints.contains("The case is “admitted”; it cannot become “graduated”."))
            let shown = try await incubator.inChinese.run("case", "show", "320613-1")
            #expect(shown.output.contains("已入壳"))
            #expect(shown.output.contains("社区推荐"))
        }
    }

    @Test func `mentors are given and listed`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let given = try await register.incubator.run("case", "mentor", "320613-1", "秦国平", "--from", "2023-03-01", "--csv")
            #expect(given.status == 0, "\(given.complaints)")
            let listed = try await register.incubator.run("case", "mentor", "320613-1", "--csv")
            #expect(listed.output == "mentorName,from,until\r\n秦*,2023-03-01,\r\n")
        }
    }

    @Test func `each element is recorded and shown`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let record = ["element", "record"]
            let commands = [
                ["post", "320613-1", "chair", "白志成", "--chosen-by", "elected", "--term-began", "2022-01-01"],
                ["charter", "320613-1", "1", "--adopted-on", "2022-01-01", "--vote", "40,31,2,1", "--clauses", "purpose", "finance"],
                ["body", "320613-1", "council", "--formed-on", "2022-01-01", "--member-count", "5", "--quorum-per-mille", "667"],
                ["meeting", "320613-1", "council", "--held-on", "2022-02-01", "--present", "4", "--entitled", "5"],
                ["controls", "320613-1", "--since", "2022-01-01", "--own-account", "--two-signatures", "--no-accounts-shown"],
                ["boundary", "320613-1", "--since", "2022-01-01", "--content", "每周合唱", "--area", "320613001", "--area", "320613002"],
            ]
            for command in commands {
                let outcome = try await register.incubator.run(record + command + ["--json"])
                #expect(outcome.status == 0, "\(command): \(outcome.complaints)")
            }
            let json = try await register.incubator.run("element", "show", "320613-1", "--json").json
            #expect(json.names == ["bodies", "boundaries", "charters", "controls", "leadership", "meetings"])
            #expect(json["leadership"]?[0]?["personName"] == "白*")
            #expect(json["charters"]?[0]?["clauses"] == ["purpose", "finance"])
            #expect(json["charters"]?[0]?["adoption"]?["inFavour"] == 31)
            #expect(json["bodies"]?[0]?["quorumPerMille"] == 667)
            #expect(json["meetings"]?[0]?["present"] == 4)
            #expect(json["controls"]?[0]?["accountsShown"] == false)
            #expect(json["boundaries"]?[0]?["areas"] == ["320613001", "320613002"])
            let chinese = try await register.incubator.inChinese.run("element", "show", "320613-1")
            #expect(chinese.output.contains("会长（理事长、队长）  白*   选举"))
            let refused = try await register.incubator.run(
                record + ["meeting", "320613-1", "council", "--held-on", "2022-03-01", "--present", "6", "--entitled", "5"])
            #expect(refused.status == 1)
            #expect(refused.complaints.contains("more were present than entitled"))
        }
    }
}

extension JSONValue: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

struct ContractCommandTests {
    @Test func `contracts are recorded, listed, ended and handed over`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            for hub in ["旧中心", "新中心"] {
                let recorded = try await incubator.run(
                    "contract", "record", hub, "--purchaser", "民政局", "--area", "320613", "--from", "2020-01-01", "--until", "2099-12-31",
                    "--json")
                #expect(recorded.output.contains(hub), "\(recorded.complaints)")
            }
            let ended = try await incubator.run("contract", "end", "1", "--last-day", "2024-06-30", "--version", "1", "--json")
            #expect(try ended.json["endedOn"] == "2024-06-30", "\(ended.complaints)")
            #expect(try await incubator.run("contract", "hand-over", "1", "--to", "2").status == 0)
            #expect(try await incubator.run("contract", "hand-over", "2", "--to", "1").status == 1)
            #expect(try await incubator.run("contract", "list", "--csv").lines.count == 3)
        }
    }
}
