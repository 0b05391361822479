import Testing

struct CalendarCommandTests {
    @Test func `calendars are listed and shown`() async throws {
        try await TestRegister.empty { register in
            let list = try await register.incubator.run("calendar", "list", "--csv")
            #expect(list.status == 0, "\(list.complaints)")
            #expect(list.line(0) == "year,version,source,workingDays,recordedAt")
            #expect(list.lines.dropFirst().map { $0.prefix(6) } == ["2024,1", "2025,1", "2026,1"])
            let shown = try await register.incubator.run("calendar", "show", "2026", "--json").json
            #expect(shown["source"]?["zh-CN"] == "国办发明电〔2025〕7号")
            #expect(shown["days"]?.count == 25)
            #expect(shown["days"]?[0]?["day"] == "2026-01-01")
            #expect(try await register.incubator.inChinese.run("calendar", "show", "2026").output.contains("调休上班"))
            let missing = try await register.incubator.run("calendar", "show", "2023")
            #expect(missing.status == 1)
        }
    }

    @Test func `a day is checked and a period counted`() async throws {
        try await TestRegister.empty { register in
            let day = try await register.incubator.run("calendar", "check", "2026-02-28", "--json").json
            #expect(day["isWorkingDay"] == true)
            #expect(day["kind"] == "makeUpDay")
            let words = try await register.incubator.inChinese.run("calendar", "check", "2026-02-16")
            #expect(words.output.contains("放假") && words.output.contains("春节"))
            let end = try await register.incubator.run("calendar", "add", "--days", "5", "--from", "2026-02-11", "--json").json
            #expect(end["day"] == "2026-02-25")
            #expect(end["until"] == "2026-02-25T16:00:00.000000Z")
            #expect(end["calendars"] == ["2026.1"])
            let month = try await register.incubator.run(
                "calendar", "add", "--days", "1", "--unit", "month", "--from", "2026-01-31", "--json")
            #expect(try month.json["day"] == "2026-02-28")
            let refused = try await register.incubator.run("calendar", "add", "--days", "5", "--from", "2026-12-28")
            #expect(refused.status == 1 && refused.output.isEmpty)
            #expect(refused.complaints.contains("2027"))
            #expect(refused.complaints.contains("incubator calendar import FILE"))
        }
    }

    @Test func `a year is entered from a file, and corrected by naming its version`() async throws {
        try await TestRegister.empty { register in
            let head = "day,kind,occasion,englishOccasion,source,englishSource\n"
            let file = try register.folder.write("2027.csv", head + "2027-01-01,dayOff,元旦,New Year,试〔2026〕1号,trial 1\n")
            let entered = try await register.incubator.run("calendar", "import", file, "--json")
            #expect(entered.status == 0, "\(entered.complaints)")
            #expect(try entered.json["version"] == 1)
            let again = try await register.incubator.run("calendar", "import", file)
            #expect(again.status == 1)
            let corrected = try await register.incubator.run("calendar", "import", file, "--version", "1", "--json")
            #expect(try corrected.json["version"] == 2)
            let wrong = try register.folder.write("wrong.csv", head + "2027-01-02,dayOff,元旦,New Year,试〔2026〕1号,trial 1\n")
            let refused = try await register.incubator.inChinese.run("calendar", "import", wrong, "--version", "2")
            #expect(refused.status == 1)
            #expect(refused.complaints.contains("2027-01-02 是周末"))
            #expect(try await register.incubator.run("calendar", "import", "/nonexistent.csv").status == 1)
        }
    }
}
