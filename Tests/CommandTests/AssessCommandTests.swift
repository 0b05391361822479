import Testing

struct AssessCommandTests {
    @Test func `an assessment prints the flagged and is kept as a run`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let text = try await incubator.run("assess", "--as-of", "2024-12-31")
            #expect(text.status == 0, "\(text.complaints)")
            #expect(text.complaints.hasPrefix("Run 1: 3 organizations assessed as of 2024-12-31 by pooled-2.\n"))
            #expect(text.output.contains("320613-1  Chengdong Choir"))
            let chinese = try await incubator.inChinese.run("assess", "list")
            #expect(chinese.output.contains("320613-1  城东合唱团"))

            let json = try await incubator.run("assess", "list", "--run", "1", "--json").json
            let first = json["items"]?[0]
            #expect(first?["run"] == 1)
            #expect(first?["calibration"] == "notCalibratedLocally")
            #expect(first?["flags"]?[0]?["reason"]?.names == ["en", "zh-CN"])
            let csv = try await incubator.run("assess", "list", "--limit", "1", "--csv")
            #expect(csv.lines.count == 2)
            #expect(csv.line(0).hasSuffix("calibration,flags,reasons"))

            let explained = try await incubator.run("assess", "explain", "320613-1", "--json").json
            #expect((explained["readings"]?.count ?? 0) > 0)
            #expect(try await incubator.run("assess", "explain", "320613-1").output.contains("readings\n"))
            let runs = try await incubator.run("assess", "runs", "--csv")
            #expect(runs.lines.count == 2)
            #expect(runs.line(1).hasPrefix("1,2024-12-31,,pooled-2,3,"))
        }
    }

    @Test func `what cannot be assessed is refused`() async throws {
        try await TestRegister.run { register in
            let none = try await register.incubator.run("assess", "list")
            #expect(none.status == 1)
            let future = try await register.incubator.run("assess", "--as-of", "2999-01-01")
            #expect(future.status == 1)
            #expect(future.complaints.contains("has not come yet"))
            let unknown = try await register.incubator.run("assess", "--rubric", "none-such")
            #expect(unknown.status == 1)
            #expect(unknown.complaints.contains("There is no rubric “none-such”."))
            let noFile = try await register.incubator.run("assess", "--rubric", "./none.json")
            #expect(noFile.complaints.contains("there is no such file or folder"))
            let area = try await register.incubator.run("assess", "--area", "999999")
            #expect(area.status == 1)
        }
    }

    @Test func `an explanation says what clears the flags, a what-if what would come of it`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            _ = try await incubator.run("assess", "--as-of", "2024-12-31")
            let explained = try await incubator.run("assess", "explain", "320613-1", "--as-of", "2025-01-31", "--json").json
            #expect(explained["asOf"] == "2024-12-31")
            let clearing = explained["remedies"]?["clearings"]?[0]
            #expect(clearing?["change"]?["words"]?.names == ["en", "zh-CN"])
            #expect(explained["remedies"]?["sentence"]?.names == ["en", "zh-CN"])
            let text = try await incubator.run("assess", "explain", "320613-1")
            #expect(text.output.contains("→ charter on file: put it on record as yes"))
            #expect(!text.output.contains("save"))
            let chinese = try await incubator.inChinese.run("assess", "explain", "320613-1")
            #expect(chinese.output.contains("→ 章程在档：补登为“是”"))

            let what = ["assess", "what-if", "320613-1", "--as-of", "2024-12-31", "--set", "CH-01=yes"]
            let tried = try await incubator.run(what + ["--json"]).json
            #expect(tried["cleared"]?[0]?["code"] == "CHA-MISSING")
            #expect(tried["before"]?.names == ["coverage", "points", "probability", "probabilityHigh", "probabilityLow", "status"])
            let shown = try await incubator.run(what)
            #expect(shown.output.contains("    CH-01  charter on file  due but missing → yes\n"))
            #expect(shown.output.contains("cleared  CHA-MISSING"))
        }
    }

    @Test func `a what-if that cannot be is refused with the indicator`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let unknown = try await incubator.run("assess", "what-if", "320613-1", "--set", "CH-0X=1")
            #expect(unknown.status == 1)
            #expect(unknown.complaints.contains("“CH-0X”") && unknown.complaints.contains("“CH-01”"))
            let wrong = try await incubator.run("assess", "what-if", "320613-1", "--set", "CH-01=maybe")
            #expect(wrong.status == 1)
            #expect(wrong.complaints.contains("“maybe” of “CH-01”") && wrong.complaints.contains("yes or no"))
            #expect(try await incubator.run("assess", "what-if", "320613-1", "--set", "CH-01").status == 2)
            #expect(try await incubator.run("assess", "what-if", "320613-1").status == 2)
            #expect(try await incubator.run("assess", "explain", "320613-1", "--run", "1", "--as-of", "2024-12-31").status == 2)
        }
    }
}
