import HTTPSupport
import HTTPTypes
import Testing

@Suite struct OrganizationAPITests {
    private func draft(_ name: String) -> JSONValue {
        .object(
            [("name", name), ("legalForm", "unincorporated"), ("area", "320613001")].map {
                JSONValue.Member(name: $0.0, value: .string($0.1))
            } + [.init(name: "firstStep", value: #"{"status": "filed", "since": "2024-01-15"}"#)])
    }

    @Test func `pages lead to each other through Link and next, without gap or repetition`() async throws {
        try await APIUnderTest.run { client in
            for index in 1...7 { #expect(try await client.post("/api/v1/organizations", draft("第\(index)棋社")).status == 201) }
            var path: String? = "/api/v1/organizations?search=%E6%A3%8B%E7%A4%BE&size=3"
            var names: [String] = []
            var pages = 0
            while let current = path {
                let page = try await client.get(current)
                names += page.json["items"]?.elements.compactMap { $0["name"]?.text } ?? []
                pages += 1
                let link = page.headers[text: "Link"]
                #expect((link == nil) == (page.json["next"] == .null))
                path = link.map { String($0.dropFirst().prefix { $0 != ">" }) }
            }
            #expect(names == (1...7).map { "第\($0)棋社" })
            #expect(pages == 3)
        }
    }

    @Test func `a search in traditional characters and full width finds the name`() async throws {
        try await APIUnderTest.run { client in
            _ = try await client.post("/api/v1/organizations", draft("城东乐队ABC"))
            for search in ["城東樂隊", "ａｂｃ", "乐队 城东"] {
                let page = try await client.get("/api/v1/organizations?search=\(PercentEncoding.encode(search))")
                #expect(page.json["items"]?.elements.count == 1, "\(search)")
            }
            let none = try await client.get("/api/v1/organizations?search=\(PercentEncoding.encode("舞蹈"))")
            #expect(none.json["items"]?.elements.isEmpty == true)
        }
    }

    @Test func `filters narrow the list and a misspelt one is refused`() async throws {
        try await APIUnderTest.run { client in
            _ = try await client.post("/api/v1/organizations", draft("城东合唱团"))
            #expect(try await client.get("/api/v1/organizations?area=320613").json["items"]?.elements.count == 1)
            #expect(try await client.get("/api/v1/organizations?legalStatus=registered").json["items"]?.elements.count == 0)
            let misspelt = try await client.get("/api/v1/organizations?legalstatus=filed", headers: [.acceptLanguage: "en"])
            #expect(misspelt.status == 422)
            #expect(misspelt.json["nextStep"]?.text?.contains("legalStatus") == true)
            let unknown = try await client.get("/api/v1/organizations?legalStatus=dead")
            #expect(unknown.json["field"] == .string("legalStatus"))
            #expect(try await client.get("/api/v1/organizations?size=0").status == 422)
            #expect(try await client.get("/api/v1/organizations?size=501").status == 422)
            #expect(try await client.get("/api/v1/organizations?after=nonsense").status == 422)
        }
    }

    @Test func `an edit needs the version it read, and a stale one changes nothing`() async throws {
        try await APIUnderTest.run { client in
            let created = try await client.post("/api/v1/organizations", Samples.organization)
            let path = try #require(created.headers[.location])
            let tag = try #require(created.headers[.eTag])
            #expect(try await client.put(path, Samples.edit).status == 428)
            #expect(try await client.put(path, Samples.edit, headers: [.ifMatch: "*"]).status == 428)
            #expect(try await client.put(path, Samples.edit, headers: [.ifMatch: "\"other\""]).status == 422)
            #expect(try await client.put(path, Samples.edit, headers: [.ifMatch: tag]).status == 200)
            #expect(try await client.put(path, Samples.organization.without("firstStep"), headers: [.ifMatch: tag]).status == 412)
            let shown = try await client.get(path)
            #expect(shown.json["name"] == .string("城东老年合唱团"))
            #expect(shown.json["version"] == .number("2"))
            #expect(shown.headers[.eTag] == "\"v2\"")
        }
    }

    @Test func `one code is one organization, and a wrong code tells its right character`() async throws {
        try await APIUnderTest.run { client in
            func registered(_ name: String, code: String, override: JSONValue = .null) -> JSONValue {
                .object([
                    .init(name: "name", value: .string(name)), .init(name: "legalForm", value: .string("socialServiceInstitution")),
                    .init(name: "area", value: .string("320613001")), .init(name: "creditCode", value: .string(code)),
                    .init(name: "creditCodeOverride", value: override),
                    .init(name: "firstStep", value: #"{"status": "registered", "since": "2024-01-15"}"#),
                ])
            }
            let first = try await client.post("/api/v1/organizations", registered("邻里服务中心", code: "52320613 mj0123456l"))
            #expect(first.status == 201)
            #expect(first.json["creditCode"] == .string("52320613MJ0123456L"))
            #expect(try await client.post("/api/v1/organizations", registered("另一中心", code: "52320613MJ0123456L")).status == 409)
            let wrong = try await client.post("/api/v1/organizations", registered("第三中心", code: "52320613MJ01234560"))
            #expect(wrong.status == 422)
            #expect(wrong.json["type"]?.text?.hasPrefix("/problems/credit-code-wrong") == true)
            let blank = try await client.post(
                "/api/v1/organizations", registered("第三中心", code: "52320613MJ01234560", override: .string(" ")))
            #expect(blank.json["type"] == .string("/problems/override-needs-reason"))
            let vouched = try await client.post(
                "/api/v1/organizations", registered("第三中心", code: "52320613MJ01234560", override: .string("已核对证书原件")))
            #expect(vouched.status == 201)
            #expect(vouched.json["creditCodeOverride"] == .string("已核对证书原件"))
        }
    }

    @Test func `near-duplicates are shown and not merged`() async throws {
        try await APIUnderTest.run { client in
            let first = try await client.post("/api/v1/organizations", draft("城东乐队"))
            let twin = try await client.post("/api/v1/organizations", draft("城東樂隊"))
            #expect(twin.json["nearDuplicates"]?.elements.compactMap { $0["number"] } == [first.json["number"] ?? .null])
            let listed = try await client.get("\(try #require(first.headers[.location]))/near-duplicates")
            #expect(listed.json["items"]?.elements.compactMap { $0["number"] } == [twin.json["number"] ?? .null])
        }
    }

    @Test(arguments: ["320613-999", "320613-0", "x", "320613", "%E5%90%88", "320613-99999999999999999999"])
    func `an organization that is not there is not found`(number: String) async throws {
        try await APIUnderTest.run { client in
            for below in ["", "/elements", "/accounts", "/activities", "/reports", "/case", "/mentors", "/near-duplicates"] {
                let answer = try await client.get("/api/v1/organizations/\(number)\(below)")
                #expect(answer.status == 404, "\(below)")
                #expect(answer.json["type"] == .string("/problems/organization-not-found"))
            }
        }
    }

    @Test func `a refusal speaks the language asked for`() async throws {
        try await APIUnderTest.run { client in
            let chinese = try await client.get("/api/v1/areas/99", headers: [.acceptLanguage: "zh-CN"])
            let english = try await client.get("/api/v1/areas/99", headers: [.acceptLanguage: "en-GB"])
            #expect(chinese.json["title"] == .string("没有找到"))
            #expect(english.json["title"] == .string("Not found"))
            #expect(chinese.json["type"] == english.json["type"])
        }
    }
}

extension JSONValue {
    /// The object without one of its members.
    func without(_ name: String) -> JSONValue {
        .object(members.filter { $0.name != name })
    }
}
