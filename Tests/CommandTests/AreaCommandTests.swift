import Testing

struct AreaCommandTests {
    @Test func `areas are listed as text, JSON and CSV`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            let text = try await incubator.run("area", "list", "--parent", "320613")
            #expect(text.status == 0)
            #expect(
                text.output == """
                    code       name        level                parent  valid until  successor
                    320613001  城东街道    subdistrict or town  320613
                    320613002  和平桥街道  subdistrict or town  320613

                    """)
            let chinese = try await incubator.inChinese.run("area", "list", "--level", "community")
            #expect(
                chinese.output == """
                    代码          名称      级别        上级       停用日期  后继
                    320613001001  濠东社区  社区（村）  320613001

                    """)
            let csv = try await incubator.run("area", "list", "--name", "崇川区", "--csv")
            #expect(csv.output.contains("320602,崇川区,,county,3206,,2020-10-31,320613\r\n"))
            let json = try await incubator.run("area", "list", "--limit", "2", "--json").json
            #expect(json["items"]?.count == 2)
            #expect(json["next"] == "3206")
            #expect(
                json["items"]?[0]
                    == .object([
                        "code": "32", "name": "江苏省", "englishName": nil, "level": "province", "parent": nil, "validFrom": nil,
                        "validUntil": nil, "successor": nil,
                    ]))
        }
    }

    @Test func `a list goes on where a shorter one ended`() async throws {
        try await TestRegister.run { register in
            let first = try await register.incubator.run("area", "list", "--limit", "3", "--csv")
            #expect(first.complaints == "There is more: --after 320602\n")
            let rest = try await register.incubator.run("area", "list", "--after", "320602", "--csv")
            #expect(rest.complaints == "")
            #expect((first.lines.count - 1) + (rest.lines.count - 1) == 7)
        }
    }

    @Test func `an area is shown with what it lies in`() async throws {
        try await TestRegister.run { register in
            let text = try await register.incubator.run("area", "show", "320613001")
            #expect(text.output.hasPrefix("code    320613001\nname    城东街道\n"))
            #expect(text.output.contains("  3206    南通市"))
            let json = try await register.incubator.run("area", "show", "320613001", "--json").json
            #expect(json["ancestors"]?.count == 3)
            #expect(json["ancestors"]?[0]?["code"] == "32")
            let missing = try await register.incubator.inChinese.run("area", "show", "999999")
            #expect(missing.status == 1)
            #expect(missing.complaints == "没有找到\n  没有找到区域“999999”。\n  请核对编号，或用名称查找。\n")
        }
    }

    @Test func `an area is added once`() async throws {
        try await TestRegister.run { register in
            let add = ["area", "add", "320613001001-03", "三号网格", "--level", "grid", "--parent", "320613001001"]
            let added = try await register.incubator.run(add + ["--json"])
            #expect(added.status == 0)
            #expect(try added.json["level"] == "grid")
            let again = try await register.incubator.run(add)
            #expect(again.status == 1)
            #expect(again.output == "")
            let misfit = try await register.incubator.run("area", "add", "320614", "新区", "--level", "grid", "--parent", "3206")
            #expect(misfit.status == 1)
        }
    }

    @Test func `the national list comes with the program and is passed over the second time`() async throws {
        try await TestRegister.empty { register in
            let first = try await register.incubator.run(["area", "import", "--json"], patience: .seconds(180))
            #expect(first.status == 0, "\(first.complaints)")
            let items = try first.json["items"]
            #expect(items?[0]?["new"] == 44703)
            #expect(items?[1]?["new"] == 101)
            let second = try await register.incubator.run("area", "import", "--json")
            #expect(try second.json["items"]?[0]?["outcome"] == "skipped")
            let chongchuan = try await register.incubator.run("area", "show", "320602", "--json").json
            #expect(chongchuan["successor"] == "320613")
        }
    }

    @Test func `a list that finds nothing says so`() async throws {
        try await TestRegister.run { register in
            let text = try await register.incubator.run("area", "list", "--name", "无此地")
            #expect(text.status == 0)
            #expect(text.output == "")
            #expect(text.complaints == "Nothing found.\n")
            let json = try await register.incubator.run("area", "list", "--name", "无此地", "--json")
            #expect(try json.json == .object(["items": .list([]), "next": nil]))
            let csv = try await register.incubator.run("area", "list", "--name", "无此地", "--csv")
            #expect(csv.output == "code,name,englishName,level,parent,validFrom,validUntil,successor\r\n")
        }
    }
}
