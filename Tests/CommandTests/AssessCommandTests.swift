import Testing

struct AssessCommandTests {
    @Test func `an assessment prints the flagged and is kept as a run`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let text = try await incubator.run("assess", "--as-of", "2024-12-31")
            #expect(text.status == 0, "\(text.complaints)")
            #expect(text.complaints.hasPrefix("Run 1: 3 organizations assessed as of 2024-12-31 by pooled-1.\n"))
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
            #expect(runs.line(1).hasPrefix("1,2024-12-31,,pooled-1,3,"))
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
}
