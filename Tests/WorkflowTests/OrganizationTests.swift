import Incubation
import Postgres
import TestDatabase
import Testing
import Values
import Workflow

struct OrganizationTests {
    @Test func `what is recorded is shown`() async throws {
        try await TestRegistry.run { test in
            var draft = try test.draft("城东合唱团")
            draft.serviceAreas = [try test.area("320613002")]
            draft.contacts = [Contact(kind: .telephone, value: "0513-00000000", person: "王老师")]
            draft.classifications = [Classification(scheme: "6631", code: "cultureSportEducation")]
            let created = try await CreateOrganization(registry: test.registry)(draft, as: test.caller)
            let shown = try await ShowOrganization(registry: test.registry)(created.file.organization.number, as: test.caller)
            #expect(shown == created.file)
            #expect(shown.organization.particulars == draft.particulars)
            #expect(shown.legalHistory == [draft.firstStep])
            #expect(shown.contacts == [Contact(kind: .telephone, value: "0513-****0000", person: "王*")])
            #expect(shown.serviceAreas == draft.serviceAreas)
            #expect(shown.classifications == draft.classifications)
            #expect(created.nearDuplicates.isEmpty)
        }
    }

    @Test func `one code is one organization`() async throws {
        try await TestRegistry.run { test in
            let create = CreateOrganization(registry: test.registry)
            let code = "52320613MJ0123456L"
            let first = try await create(
                test.draft("邻里服务中心", form: .socialServiceInstitution, status: .registered, code: code), as: test.caller)
            let refusal = Refusal.creditCodeTaken(try UnifiedSocialCreditCode(code), by: first.file.organization.number)
            await #expect(throws: refusal) {
                try await create(test.draft("另一中心", form: .socialServiceInstitution, status: .registered, code: code), as: test.caller)
            }
            let found = try await ListOrganizations(registry: test.registry)(
                OrganizationFilter(search: "另一"), page: PageRequest(), as: test.caller)
            #expect(found.items.isEmpty, "the refused organization must not be half recorded")
        }
    }

    @Test func `a name in other characters, width and case shows as a near duplicate`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization("城东乐队 ABC（1）")
            let twin = try await CreateOrganization(registry: test.registry)(test.draft("城東樂隊ａｂｃ1"), as: test.caller)
            #expect(twin.nearDuplicates.map(\.number) == [number])
        }
    }

    @Test(arguments: [("合唱", 1), ("城东", 2), ("城東", 2), ("唱", 1), ("城东 舞蹈", 1), ("舞蹈 城东", 1), ("100%", 0), ("团", 2), ("——", 0), ("不存在", 0)])
    func `a search finds the names that hold every word`(search: String, count: Int) async throws {
        try await TestRegistry.run { test in
            _ = try await test.organization("城东合唱团")
            _ = try await test.organization("城东舞蹈团")
            let page = try await ListOrganizations(registry: test.registry)(
                OrganizationFilter(search: search), page: PageRequest(), as: test.caller)
            #expect(page.items.count == count)
        }
    }

    @Test func `a list by area holds what lies in it and in the areas it took over`() async throws {
        try await TestRegistry.run { test in
            let inside = try await test.organization("城东合唱团")
            // Recorded before the district's code was retired.
            try await test.pool.withTransaction { transaction in
                _ = try await transaction.execute(
                    """
                    INSERT INTO organizations (district, name, folded_name, name_bigrams, legal_form, legal_status, area)
                    VALUES (320602, '老城棋社', '老城棋社', '{老城,城棋,棋社}', 'unincorporated', 'filed', '320602')
                    """)
            }
            let list = ListOrganizations(registry: test.registry)
            let district = try await list(OrganizationFilter(area: test.area("320613")), page: PageRequest(), as: test.caller)
            #expect(district.items.map(\.particulars.name) == ["老城棋社", "城东合唱团"])
            let subdistrict = try await list(OrganizationFilter(area: test.area("320613001")), page: PageRequest(), as: test.caller)
            #expect(subdistrict.items.map(\.number) == [inside])
            await #expect(throws: Refusal.areaUnknown("11")) {
                try await list(OrganizationFilter(area: test.area("11")), page: PageRequest(), as: test.caller)
            }
        }
    }

    @Test func `pages follow each other without gap or repetition`() async throws {
        try await TestRegistry.run { test in
            for number in 1...7 { _ = try await test.organization("第\(number)棋社") }
            let list = ListOrganizations(registry: test.registry)
            var names: [String] = []
            var after: String?
            repeat {
                let page = try await list(OrganizationFilter(), page: PageRequest(size: 3, after: after), as: test.caller)
                names += page.items.map(\.particulars.name)
                after = page.next
            } while after != nil
            #expect(names == (1...7).map { "第\($0)棋社" })
        }
    }

    @Test func `an edit of an older version is refused and changes nothing`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let edit = EditOrganization(registry: test.registry)
            let edited = try await edit(number, version: 1, to: test.draft("城东老年合唱团"), as: test.caller)
            #expect(edited.organization.version == 2)
            await #expect(throws: Refusal.versionStale(current: 2)) {
                try await edit(number, version: 1, to: test.draft("城东少年合唱团"), as: test.caller)
            }
            #expect(try await ShowOrganization(registry: test.registry)(number, as: test.caller).organization.particulars.name == "城东老年合唱团")
        }
    }

    @Test func `of many simultaneous edits of one version exactly one succeeds`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let number = try await test.organization()
            let successes = await withTaskGroup(of: Int.self) { group in
                for attempt in 0..<16 {
                    group.addTask {
                        let draft = try? test.draft("第\(attempt)合唱团")
                        guard let draft else { return 0 }
                        let edited = try? await EditOrganization(registry: test.registry)(number, version: 1, to: draft, as: test.caller)
                        return edited == nil ? 0 : 1
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(successes == 1)
        }
    }

    @Test func `moving to another district is no edit`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let elsewhere = try test.area("320612")
            await #expect(throws: Refusal.areaInOtherDistrict(elsewhere, number.district)) {
                try await EditOrganization(registry: test.registry)(
                    number, version: 1, to: test.draft("城东合唱团", area: "320612"), as: test.caller)
            }
        }
    }

    @Test func `a retired area is no home for a new organization`() async throws {
        try await TestRegistry.run { test in
            let refusal = Refusal.areaRetired(try test.area("320602"), successor: try test.area("320613"))
            await #expect(throws: refusal) {
                try await CreateOrganization(registry: test.registry)(test.draft("老城棋社", area: "320602"), as: test.caller)
            }
        }
    }

    @Test func `the legal history moves forward only`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let record = RecordLegalStatus(registry: test.registry)
            let cancelled = LegalStatusStep(status: .filingCancelled, since: try test.day("2025-03-01"), office: "城东街道办事处")
            let file = try await record(number, version: 1, step: cancelled, as: test.caller)
            #expect(file.legalHistory.last == cancelled)
            #expect(file.organization.legalStatus == .filingCancelled)
            await #expect(throws: Refusal.organization([.statusOutOfOrder(from: .filingCancelled, to: .deregistered)])) {
                try await record(
                    number, version: 2, step: LegalStatusStep(status: .deregistered, since: test.day("2025-04-01")), as: test.caller)
            }
            await #expect(throws: Refusal.self, "a step is never dated before the last one") {
                try await record(number, version: 2, step: LegalStatusStep(status: .filed, since: test.day("2024-02-01")), as: test.caller)
            }
        }
    }

    @Test func `an organization that is not there is not found`() async throws {
        try await TestRegistry.run { test in
            let number = try #require(OrganizationNumber("320613-999"))
            await #expect(throws: Refusal.notFound(.organization, "320613-999")) {
                try await ShowOrganization(registry: test.registry)(number, as: test.caller)
            }
        }
    }
}
