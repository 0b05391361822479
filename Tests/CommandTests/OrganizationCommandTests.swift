import Testing

struct OrganizationCommandTests {
    @Test func `organizations are listed and searched`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let text = try await incubator.run("organization", "list", "合唱")
            #expect(
                text.output == """
                    number    name        category           legal form      legal status  since       area
                    320613-1  城东合唱团  culture and sport  unincorporated  filed         2021-05-01  320613001

                    """)
            let chinese = try await incubator.inChinese.run("organization", "list", "--legal-status", "ledgered")
            #expect(chinese.output.contains("320613-3  和平桥邻里互助会  互助类  非法人    台账      2022-01-15    320613002"))
            let csv = try await incubator.run("organization", "list", "--area", "320613", "--csv")
            #expect(csv.lines.count == 4)
            #expect(csv.line(0).hasPrefix("number,name,englishName,category,legalForm,legalStatus,legalStatusSince,area,creditCode,"))
            let json = try await incubator.run("organization", "list", "--category", "publicBenefit", "--json").json
            #expect(json["items"]?[0]?["creditCode"] == "52320613MJ0123456L")
            #expect(json["next"] == .null)
        }
    }

    @Test func `what a list prints as CSV can be imported again`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let csv = try await register.incubator.run("organization", "list", "--csv", "--legal-form", "socialServiceInstitution").output
            let mapping = """
                {"columns": {"name": "name", "legalForm": "legalForm", "legalStatus": "legalStatus", "legalStatusSince": "legalStatusSince",
                 "area": "area", "creditCode": "creditCode", "englishName": "englishName", "category": "category"}}
                """
            let again = try await register.incubator.run(
                "organization", "import", try register.folder.write("again.csv", csv), "--mapping",
                try register.folder.write("again.json", mapping), "--json")
            #expect(again.status == 0, "\(again.complaints)")
            #expect(try again.json["unchanged"] == 1)
        }
    }

    @Test func `an organization's file is shown`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let text = try await register.incubator.run("organization", "show", "320613-2")
            #expect(text.output.contains("credit code   52320613MJ0123456L\n"))
            #expect(text.output.contains("legal history\n"))
            let json = try await register.incubator.run("organization", "show", "320613-2", "--json").json
            #expect(json["version"] == 1)
            #expect(json["legalHistory"]?[0]?["status"] == "registered")
            #expect(json["filingNumber"] == .null)
            let missing = try await register.incubator.run("organization", "show", "320613-99")
            #expect(missing.status == 1)
            #expect(missing.complaints == "Not found\n  There is no organization “320613-99”.\n  Check the number, or search by name.\n")
        }
    }

    @Test func `an organization is recorded, edited and moved on`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            let created = try await incubator.run(
                "organization", "create", "益邻志愿服务队", "--area", "320613001", "--legal-form", "unincorporated", "--legal-status", "ledgered",
                "--since", "2023-02-01", "--category", "publicBenefit", "--telephone", "0513-00000001", "--classification",
                "6631:publicService",
                "--json")
            #expect(created.status == 0, "\(created.complaints)")
            let number = "320613-1"
            #expect(try created.json["number"] == .text(number))
            #expect(try created.json["contacts"]?[0]?["value"] == "0513-****0001")

            let edited = try await incubator.run(
                "organization", "edit", number, "--version", "1", "--filing-number", "CD-7", "--clear", "category", "--json")
            #expect(try edited.json["filingNumber"] == "CD-7")
            #expect(try edited.json["category"] == .null)
            #expect(try edited.json["classifications"]?.count == 1, "What is not named stays.")

            let stale = try await incubator.run("organization", "edit", number, "--version", "1", "--name", "另一个名字")
            #expect(stale.status == 1)
            #expect(stale.complaints.contains("the newest is 2"))

            let filed = try await incubator.run(
                "organization", "status", number, "filed", "--version", "2", "--since", "2023-06-01", "--office", "城东街道办事处", "--json")
            #expect(try filed.json["legalStatus"] == "filed")
            #expect(try filed.json["legalHistory"]?.count == 2)
            let back = try await incubator.run("organization", "status", number, "ledgered", "--version", "3", "--since", "2023-07-01")
            #expect(back.status == 1)
            #expect(back.complaints.contains("cannot go from “filed” to “ledgered”"))
        }
    }

    @Test func `near duplicates are named and never merged`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let created = try await register.incubator.run(
                "organization", "create", "城東合唱團", "--area", "320613001", "--legal-form", "unincorporated", "--legal-status", "filed",
                "--since", "2023-02-01", "--json")
            #expect(created.status == 0)
            #expect(created.complaints.contains("organization 320613-1 has the same name in the same area"))
            let number = try #require(try created.json["number"].flatMap { if case .text(let text) = $0 { text } else { nil } })
            let listed = try await register.incubator.run("organization", "duplicates", number, "--json").json
            #expect(listed["items"]?[0]?["number"] == "320613-1")
        }
    }

    @Test func `a wrong or taken credit code is refused`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let create = [
                "organization", "create", "新中心", "--area", "320613", "--legal-form", "socialServiceInstitution", "--legal-status",
                "registered",
                "--since", "2023-02-01", "--credit-code",
            ]
            let wrong = try await register.incubator.run(create + ["52320613MJ0123456K"])
            #expect(wrong.status == 1)
            #expect(wrong.complaints.contains("the last must be “L”"))
            let taken = try await register.incubator.run(create + ["52320613MJ0123456L"])
            #expect(taken.status == 1)
            #expect(taken.complaints.contains("320613-2"))
            let vouched = try await register.incubator.run(
                create + ["52320613MJ0123456K", "--credit-code-override", "证书原件核对无误", "--json"])
            #expect(try vouched.json["creditCodeOverride"] == "证书原件核对无误")
            #expect(try await register.count("organizations") == 4)
        }
    }

    @Test func `accounts, activities and reports are imported and listed`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let tables = [
                (
                    "accounts", "sourceScheme,sourceKey,periodEnd,receivedOn,currency,income,incomeDonations,members",
                    "test,A2,2022-12-31,2023-03-01,CNY,1200.50,200,18"
                ),
                (
                    "activities", "organization,heldOn,kind,title,participants,insideBoundary",
                    "320613-1,2023-05-04,event,五四歌会,40,yes"
                ),
                (
                    "reports", "creditCode,periodEnd,dueOn,receivedOn,result",
                    "52320613MJ0123456L,2022-12-31,2023-05-31,2023-04-01,qualified"
                ),
            ]
            for (kind, header, row) in tables {
                let file = try register.folder.write("\(kind).csv", "\(header)\n\(row)\n")
                let imported = try await register.incubator.run("organization", "import", file, "--kind", kind, "--json")
                #expect(imported.status == 0, "\(imported.complaints)")
                #expect(try imported.json["new"] == 1)
            }
            let accounts = try await register.incubator.run("organization", "accounts", "320613-2", "--json").json
            #expect(accounts["items"]?[0]?["income"] == "1200.50")
            #expect(accounts["items"]?[0]?["incomeBySource"] == .object(["donations": "200.00"]))
            let activities = try await register.incubator.inChinese.run("organization", "activities", "320613-1")
            #expect(activities.output.contains("2023-05-04  搞活动    五四歌会        40"))
            let reports = try await register.incubator.run("organization", "reports", "320613-2", "--csv")
            #expect(reports.lines.last == "2022-12-31,2023-05-31,2023-04-01,qualified")
        }
    }
}
