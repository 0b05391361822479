import Foundation
import Postgres
import Testing

/// Flags, visits, trends, nightly runs, rubrics and calibrations from the command line.
struct ScoringCommandTests {
    @Test func `a flag is given to somebody, answered, handed up and settled, and a visit is kept`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let run = try await incubator.run("assess", "--as-of", "2024-12-31")
            #expect(run.status == 0, "\(run.complaints)")
            let flags = try await incubator.run("flag", "show", "320613-1", "--json").json
            let code = try #require(flags["items"]?[0]?["code"]?.written)
            let flag = ["320613-1", code]
            let batch = ["flag", "batch", "320613-1/\(code)", "--owner", "account-7", "--due", "2024-01-31"]
            let preview = try await incubator.run(batch + ["--preview", "--csv"])
            #expect(preview.status == 0 && preview.line(1).contains(",\(code),0,open,,,"), "\(preview.output) \(preview.complaints)")
            let assigned = try await incubator.run(["flag", "assign"] + flag + ["--owner", "account-7", "--due", "2024-01-31", "--json"])
            #expect(try assigned.json["owner"] == "account-7" && assigned.json["version"] == 1, "\(assigned.complaints)")
            let stale = try await incubator.run(["flag", "answer"] + flag + ["已补交"])
            #expect(stale.status == 1, "Somebody worked on it since version 0.")
            _ = try await incubator.run(["flag", "answer"] + flag + ["已补交", "--version", "1"])
            let list = try await incubator.run("flag", "list", "--area", "320613", "--due", "overdue", "--csv")
            #expect(list.lines.count == 2 && list.line(1).contains(",\(code),"), "\(list.output)")
            let up = try await incubator.run(
                ["flag", "escalate"] + flag + ["--owner", "account-9", "--due", "2024-02-29", "--note", "逾期", "--version", "2"])
            #expect(up.status == 0, "\(up.complaints)")
            let confirmed = try await incubator.run(
                ["flag", "confirm"] + flag + ["--consequence", "visit", "--note", "x", "--version", "3"])
            #expect(confirmed.status == 1, "What follows takes a named account.")
            let settled = try await incubator.run(["flag", "resolve"] + flag + ["已核实", "--version", "3", "--json"])
            #expect(try settled.json["history"]?.count == 4, "\(settled.complaints)")
            let late = try await incubator.run(batch)
            #expect(late.status == 1, "what is settled is given to nobody: \(late.output)")
            #expect(try await incubator.run("flag", "list", "--csv").lines.count == 1, "What is settled waits for nobody.")

            let visited = try await incubator.run(
                "flag", "intervene", "320613-1", "--kind", "visit", "--reason", "flag", "--flag", code, "--held-on", "2024-03-01", "--csv")
            #expect(visited.line(1).contains(",2024-03-01,flag,\(code),"), "\(visited.complaints)")
            let kept = try await incubator.inChinese.run("flag", "interventions", "320613-1")
            #expect(kept.output.contains(code))
        }
    }

    @Test func `runs of every night make a trend, and one organization is held against its kind`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            _ = try await incubator.run("assess", "--as-of", "2024-12-31")
            let first = try await incubator.run("assess", "nightly", "--json")
            #expect(try first.json["organizations"] == 3, "\(first.complaints)")
            let again = try await incubator.run("assess", "nightly")
            #expect(again.status == 0 && again.complaints.contains("Today was assessed before."))
            #expect(try await incubator.run("assess", "refresh", "--csv").lines.count == 1, "Nothing changed since.")
            let trend = try await incubator.run("assess", "trend", "320613-1", "--csv")
            #expect(trend.lines.count == 3 && trend.line(2).contains(",2024-12-31,"), "\(trend.output)")
            let cohort = try await incubator.run("assess", "cohort", "320613-1", "--run", "1", "--json").json
            #expect(cohort["run"] == 1 && cohort["cohortOrganizations"] != nil)
            let visits = try await incubator.run("assess", "visits", "--run", "1", "--csv")
            #expect(visits.status == 0 && visits.line(0) == "organization,name,englishName")
            #expect(visits.output == (try await incubator.run("assess", "visits", "--run", "1", "--csv").output), "the same draw")
            #expect(try await incubator.run("assess", "visits", "--run", "9").status == 1)
        }
    }

    @Test func `a rubric is proposed and tried, and its author does not activate it; too few exits teach nothing`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            _ = try await incubator.run("assess", "--as-of", "2024-12-31")
            let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "sql/reference/rubrics/pooled-1.json")
            let document = try String(contentsOf: shipped, encoding: .utf8).replacing("\"pooled-1\"", with: "\"own\"")
            let proposed = try await incubator.run("rubric", "propose", register.folder.write("own.json", document), "--json")
            #expect(proposed.status == 0, "\(proposed.complaints)")
            let hash = try #require(try proposed.json["hash"]?.written)
            let versions = try await incubator.run("rubric", "versions", "--csv")
            #expect(versions.lines.contains { $0.hasPrefix("own,") && $0.hasSuffix(hash) }, "\(versions.output)")
            let trial = try await incubator.run("rubric", "trial", hash, "--json")
            #expect(trial.status == 0 && trial.complaints.contains("Trial 1: on 2 days 6 assessments"), "\(trial.complaints)")
            #expect(try trial.json["items"]?.count == (try await incubator.run("rubric", "trial", "1", "--json").json["items"]?.count))
            let own = try await incubator.run("rubric", "activate", hash, "--trial", "1", "--reason", "x")
            #expect(own.status == 1 && !own.complaints.isEmpty)
            #expect(try await incubator.run("rubric", "trial", "pooled-2").status == 1, "It is in force already.")

            let card = try await incubator.run("rubric", "card", "--json").json
            #expect(card["rubric"] == "pooled-2" && card["isInForce"] == .bool(true) && card["sets"]?.count == 3)
            let text = try await incubator.inChinese.run("rubric", "card")
            #expect(text.output.contains("coops_uk") && text.complaints.contains("没有中国组织的结果数据"))

            let few = try await incubator.run("calibration", "propose", "--area", "320613")
            #expect(few.status == 1 && few.complaints.contains("too few to learn from"), "\(few.complaints)")
            #expect(try await incubator.run("calibration", "list", "--csv").lines.count == 1)
            #expect(try await incubator.run("calibration", "show", "1").status == 1)
            #expect(try await incubator.run("calibration", "approve", "1", "--from", "2025-01-01").status == 1)
        }
    }

    @Test func `a calibration is proposed by one person, approved by another, and used from its day on`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            let rows = (1...8).map { "第\($0)团,unincorporated,filed,2023-06-01,320613002,test,B\($0)\n" }
            let file = try register.folder.write(
                "organizations.csv", "name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey\n" + rows.joined())
            try #require(try await incubator.run("organization", "import", file).status == 0)
            for number in 1...5 {
                let ended = try await incubator.run(
                    "organization", "status", "320613-\(number)", "filingCancelled", "--version", "1", "--since", "2024-06-15")
                try #require(ended.status == 0, "\(ended.complaints)")
            }
            let proposed = try await incubator.run("calibration", "propose", "--area", "320613", "--json")
            try #require(proposed.status == 0, "\(proposed.complaints)")
            let found = try proposed.json
            #expect(found["stage"] == "intercept" && found["exits"] == .number(5) && found["approver"] == .null)
            let own = try await incubator.run("calibration", "approve", "1", "--from", "2025-01-01")
            #expect(own.status == 1 && own.complaints.contains("Somebody else has to"), "\(own.complaints)")

            // The same as proposed by an official, whose word takes a second factor and so no token.
            _ = try await register.pool.query("UPDATE calibrations SET author = 'account-7'")
            let approved = try await incubator.run("calibration", "approve", "1", "--from", "2025-01-01", "--json")
            #expect(approved.status == 0, "\(approved.complaints)")
            #expect(try approved.json["approver"] == "local-operator")
            let list = try await incubator.run("calibration", "list", "--csv")
            #expect(list.lines.count == 2 && list.line(1).contains(",account-7,local-operator,2025-01-01,"), "\(list.output)")
            let picture = register.folder.path("reliability.svg")
            #expect(try await incubator.run("calibration", "show", "1", "--diagram", picture).status == 0)
            #expect(try String(contentsOfFile: picture, encoding: .utf8).hasPrefix("<svg"))
            let (before, after) = ("2024-12-31", "2025-06-30")
            for (day, stage) in [(before, "notCalibratedLocally"), (after, "intercept")] {
                let assessed = try await incubator.run("assess", "--as-of", day, "--json").json
                #expect(assessed["items"]?[0]?["calibration"] == .text(stage), "\(day)")
            }
        }
    }
}
