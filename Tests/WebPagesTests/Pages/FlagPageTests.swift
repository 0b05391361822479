import Access
import Appraisal
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// A flag on the pages: taken on, answered, handed up, settled; what follows from it; visits; how assessments went.
struct FlagPageTests {
    private static let manager = TestHolder(41, [.hubManager])
    private static let official = TestHolder(42, [.official])

    private static func send(
        _ path: String, _ typed: [(String, String)], as holder: TestHolder, _ pages: PagesUnderTest
    ) async throws -> PagesUnderTest.Answer {
        func hidden(_ page: HTMLPage) -> [(String, String)] {
            page.all("input").filter { $0.attributes["type"] == "hidden" }.map {
                ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "")
            }
        }
        let form = try await pages.get(path, language: .english, headers: holder.headers)
        #expect(form.status == 200, "\(path)")
        let answer = try await pages.post(path, hidden(form.page) + typed, language: .english, headers: holder.headers)
        guard answer.status == 200 else { return answer }
        return try await pages.post(path, hidden(answer.page).filter { $0.0 != "again" }, language: .english, headers: holder.headers)
    }

    /// The ways from an organization's flag that somebody is offered, by the end of their addresses.
    private static func jobs(_ register: FilledRegister, of holder: TestHolder, _ pages: PagesUnderTest) async throws -> Set<String> {
        let address = FlagPages.address(of: register.number)
        let page = try await pages.get(address, language: .english, headers: holder.headers)
        #expect(page.status == 200)
        let prefix = "\(address)/\(register.flag)/"
        let ways = page.page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix(prefix) }
        return Set(ways.map { String($0.dropFirst(prefix.count)) })
    }

    @Test func `a flag goes from hand to hand, each offered what is theirs to do`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let member = TestHolder(43, [.organizationMember], at: register.number.description)
            let address = "\(FlagPages.address(of: register.number))/\(register.flag)"
            #expect(try await Self.jobs(register, of: member, pages) == ["answer"])
            #expect(try await Self.jobs(register, of: Self.manager, pages) == ["answer", "owner"])
            #expect(try await Self.jobs(register, of: Self.official, pages) == ["owner", "confirmation"])

            let answered = try await Self.send(address + "/answer", [("answer", "六月有拨款")], as: member, pages)
            #expect(answered.headers[.location] == "\(FlagPages.address(of: register.number))?done=answer-flag#flags")
            let form = try await pages.get(address + "/owner", headers: Self.manager.headers).page
            #expect(form.all("input").contains { $0.attributes["name"] == "owner" && $0.attributes["value"] == "41" }, "one's own number")
            let taken = try await Self.send(address + "/owner", [("owner", "41"), ("due", "2026-06-20")], as: Self.manager, pages)
            #expect(taken.status == 303)
            #expect(try await Self.jobs(register, of: Self.manager, pages) == ["answer", "owner", "escalation", "resolution"])

            let list = try await pages.get("/flags?owner=41&due=overdue", language: .english, headers: Self.manager.headers)
            let row = try #require(list.page.all("tr").first { $0.text.contains("account 41") })
            #expect(row.text.contains("10 days over") && row.text.contains("Choir"))
            let none = try await pages.get("/flags?owner=41&state=open", language: .english, headers: Self.manager.headers)
            #expect(none.text.contains("No flag that is worked on fits"))

            let up = try await Self.send(
                address + "/escalation", [("owner", "44"), ("due", "2026-07-20"), ("note", "逾期")], as: Self.manager, pages)
            #expect(up.status == 303)
            let confirmed = try await Self.send(
                address + "/confirmation", [("consequence", "visit"), ("note", "须走访")], as: Self.official, pages)
            #expect(confirmed.status == 303)
            let settled = try await Self.send(address + "/resolution", [("result", "已走访")], as: Self.manager, pages)
            #expect(settled.status == 303)
            #expect(try await Self.jobs(register, of: Self.manager, pages) == [])
            let page = try await pages.get(FlagPages.address(of: register.number), language: .english, headers: member.headers)
            for words in ["六月有拨款", "逾期", "须走访", "已走访", "a visit, confirmed by account 42", "Threshold", "What clears it"] {
                #expect(page.text.contains(words), "\(words)")
            }
        }
    }

    @Test func `what cannot be done to a flag is said in the form, and what was typed stays`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let address = "\(FlagPages.address(of: register.number))/\(register.flag)"
            let early = try await Self.send(address + "/resolution", [("result", "已走访")], as: Self.manager, pages)
            #expect(early.status == 409 && early.text.contains("nobody has the flag") && early.text.contains("已走访"))
            let empty = try await Self.send(address + "/owner", [("owner", ""), ("due", "soon")], as: Self.manager, pages)
            #expect(empty.status == 422)
            #expect(empty.page.all("a").contains { $0.attributes["href"] == "#field-due" })
            let mild = try await Self.send(
                address + "/confirmation", [("consequence", "unsustainable"), ("note", "x")], as: Self.official, pages)
            let severity = try await ShowFlags(registry: pages.registry)(register.number, code: register.flag, as: .localOperator).severity
            #expect(mild.status == (severity == .critical ? 303 : 409))
            let unknown = try await pages.get(FlagPages.address(of: register.number) + "/NONE/owner", headers: Self.manager.headers)
            #expect(unknown.status == 404)
        }
    }

    @Test func `a visit is recorded with why it came, also one that was drawn by chance`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let path = OrganizationPages.address(of: register.number) + InterventionForm.place
            let missing = try await Self.send(
                path, [("kind", "visit"), ("heldOn", "2026-06-29"), ("reason", "flag"), ("flag", "")], as: Self.manager, pages)
            #expect(missing.status == 422 && missing.page.all("a").contains { $0.attributes["href"] == "#field-flag" })
            let sent = try await Self.send(
                path + "?reason=sample&run=2", [("kind", "training"), ("heldOn", "2026-06-29"), ("reason", "sample"), ("result", "办班一次")],
                as: Self.manager, pages)
            #expect(sent.status == 303)
            let found = try await ListInterventions(registry: pages.registry)(register.number, as: .localOperator)
            #expect(found.first?.intervention.run == 2 && found.first?.intervention.reason == .sample)
            let page = try await pages.get(FlagPages.address(of: register.number), headers: Self.manager.headers)
            #expect(page.text.contains("办班一次"))
            #expect(try await pages.get("/visit-samples?area=320613", headers: Self.manager.headers).status == 200)
        }
    }

    @Test func `the trend says what changed from run to run, and because of which record`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
            let accounts = YearlyAccounts(
                periodEnd: try day("2025-12-31"), receivedOn: try day("2026-06-29"), income: Money(minorUnits: 1_200_000),
                spending: Money(minorUnits: 900_000), assets: Money(minorUnits: 5_000_000), liabilities: Money(minorUnits: 0),
                netAssets: Money(minorUnits: 5_000_000), members: 40)
            _ = try await RecordAccounts(registry: pages.registry)(register.number, accounts, as: .localOperator)
            _ = try await RefreshAssessments(registry: pages.registry)(as: .localOperator)
            let member = TestHolder(45, [.organizationMember], at: register.number.description)
            let page = try await pages.get(TrendPages.address(of: register.number), language: .english, headers: member.headers)
            #expect(page.status == 200)
            let rows = page.page.all("tr").filter { $0.text.contains("Run ") }
            #expect(rows.count == 3)
            let newest = try #require(rows.first).text
            #expect(newest.contains("cleared: ") && newest.contains("yearly accounts (2025-12-31)"))
            #expect(rows.last?.text.contains("the first assessment") == true)
        }
    }
}
