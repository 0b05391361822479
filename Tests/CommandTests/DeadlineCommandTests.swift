import Testing

struct DeadlineCommandTests {
    @Test func `what a case makes wait is listed, shown, handed over, run and settled`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let opened = try await incubator.run("case", "open", "320613-1", "--on", "2024-03-01")
            #expect(opened.status == 0, "\(opened.complaints)")
            let list = try await incubator.run("deadline", "list", "--role", "hubStaff", "--area", "320613", "--json")
            let number = try #require(try list.json["items"]?[0]?["number"]?.written)
            #expect(try list.json["items"]?[0]?["dueOn"] == "2024-03-08")
            #expect(try list.json["items"]?[0]?["standing"] == "overdue")
            let chinese = try await incubator.inChinese.run("deadline", "list")
            for words in ["答复孵化申请", "城东合唱团", "枢纽组织工作人员", "已逾期"] { #expect(chinese.output.contains(words), "\(words)") }
            let mine = try await incubator.run("deadline", "list", "--mine", "--limit", "1", "--csv")
            #expect(mine.lines.count == 2 && mine.line(1).hasPrefix(number), "\(mine.output)")
            #expect(!mine.complaints.contains("There is more"), "\(mine.complaints)")
            let mixed = try await incubator.inChinese.run("deadline", "list", "--mine", "--role", "hubStaff")
            #expect(mixed.status == 2 && mixed.complaints.contains("--mine 只与 --limit 同用"), "\(mixed.complaints)")
            let moved = try await incubator.run(
                "deadline", "reassign", number, "--role", "official", "--area", "320613", "--version", "1", "--reason", "移交", "--json")
            #expect(moved.status == 0, "\(moved.complaints)")
            #expect(try moved.json["owner"]?["role"] == "official")
            let stale = try await incubator.run("deadline", "reassign", number, "--role", "hubStaff", "--area", "320613", "--version", "1")
            #expect(stale.status == 1)
            let run = try await incubator.run("deadline", "run", "--csv")
            #expect(run.line(1).hasPrefix("escalate,\(number),3,incubationReply"), "\(run.output)")
            #expect(run.complaints.contains("Escalated: 1."))
            let again = try await incubator.run("deadline", "run")
            #expect(again.output.isEmpty && again.complaints.contains("Escalated: 0."))
            let shown = try await incubator.inChinese.run("deadline", "show", number)
            for words in ["上报", "移交", "个工作日", "二手来源"] { #expect(shown.output.contains(words), "\(words)") }
            _ = try await incubator.run("case", "advance", "320613-1", "admitted", "--version", "1")
            #expect(try await incubator.run("deadline", "show", number, "--json").json["state"] == "done")
            #expect(try await incubator.run("deadline", "list", "--csv").lines.count == 1)
            #expect(try await incubator.run("verify").status == 0)
        }
    }

    @Test func `the rules are listed with their sources`() async throws {
        try await TestRegister.empty { register in
            let rules = try await register.incubator.run("deadline", "rules", "--json").json
            #expect(rules["items"]?.count == 17)
            let csv = try await register.incubator.run("deadline", "rules", "--csv")
            #expect(csv.lines.contains { $0.hasPrefix("certificate,,1,10,workingDay") && $0.contains("Administrative Licensing Law") })
        }
    }

    @Test func `a case of a year without a calendar is not opened, and the next step is told`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let refused = try await register.incubator.run("case", "open", "320613-1", "--on", "2020-03-01")
            #expect(refused.status == 1)
            #expect(refused.complaints.contains("2020") && refused.complaints.contains("incubator calendar import FILE"))
            #expect(try await register.count("incubation_cases") == 0)
            #expect(try await register.count("pending_items") == 0)
        }
    }
}
