import Access
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// Everybody begins with what is theirs: what waits for them, their organization's file, or the directory.
struct HomeTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test func `what waits for me is that of my role where I hold it, the most overdue first`() async throws {
        try await PagesUnderTest.run { pages in
            var numbers: [OrganizationNumber] = []
            for (name, area, opened) in [
                ("城东合唱团", "320613001", "2026-06-25"), ("和平桥互助队", "320613002", "2026-05-06"), ("通州合唱团", "320612001", "2026-05-06"),
            ] {
                let number = try await pages.record(name, area: area)
                _ = try await OpenCase(registry: pages.registry)(number, on: try Self.day(opened), reason: nil, as: .localOperator)
                numbers.append(number)
            }
            let home = try await pages.get("/", language: .english, headers: TestHolder(7, [.hubStaff]).headers)
            #expect(home.status == 200)
            let rows = home.page.all("tr").filter { $0.text.contains("reply to the incubation application") }
            #expect(rows.count == 2)
            #expect(rows.first?.text.contains("和平桥互助队") == true && rows.first?.text.contains("days over") == true)
            #expect(rows.last?.text.contains("城东合唱团") == true && rows.last?.text.contains("left") == true)
            #expect(!home.text.contains("通州合唱团"))
            let official = try await pages.get("/", language: .english, headers: TestHolder(8, [.official]).headers)
            #expect(official.text.contains("Nothing waits for you now."))
            let all = try await pages.get("/pending", language: .english, headers: TestHolder(8, [.official]).headers)
            #expect(all.text.contains("城东合唱团") && !all.text.contains("通州合唱团"))
            let overdue = try await pages.get("/pending?standing=overdue", headers: TestHolder(8, [.official]).headers)
            #expect(!overdue.text.contains("城东合唱团") && overdue.text.contains("和平桥互助队"))
        }
    }

    @Test func `what waits can be handed over, and says by which rule it waits`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let address = PendingPages.address(of: register.waiting)
            let manager = TestHolder(9, [.hubManager]).headers
            let item = try await pages.get(address, language: .english, headers: manager)
            #expect(item.text.contains("reply to the incubation application"))
            let rule = try #require(item.page.all("a").compactMap { $0.attributes["href"] }.first { $0.hasPrefix("/process/deadlines#") })
            let rules = try await pages.get("/process/deadlines", language: .english, as: .visitor)
            #expect(rules.page.elements.contains { $0.attributes["id"] == String(rule.drop { $0 != "#" }.dropFirst()) })
            let form = try await pages.get(address + "/hand-over", language: .english, headers: manager).page
            let hidden = form.all("input").filter { $0.attributes["type"] == "hidden" }
                .map { ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "") }
            let nobody = try await pages.post(address + "/hand-over", hidden, language: .english, headers: manager)
            #expect(nobody.status == 422 && nobody.text.contains("Give a role with its area, or an account alone."))
            let sent = try await pages.post(
                address + "/hand-over", hidden + [("role", "official"), ("area", "崇川区"), ("reason", "需要主管部门答复")], headers: manager)
            #expect(sent.status == 303)
            let now = try await ShowPending(registry: pages.registry)(register.waiting, as: .localOperator)
            #expect(now.item.owner == .role(.official, in: try #require(AreaCode("320613"))))

            let colleague = try await pages.account("zhoumin", .official, in: "320613").description
            let offered = try await pages.get(address + "/hand-over", language: .english)
            let named = offered.page.all("option").filter { $0.attributes["value"] == colleague }
            #expect(named.map(\.text) == ["周敏 (official)"], "people are chosen by name")
            #expect(offered.text.contains("It then waits for that person alone."), "what it means is said beside")
            let page = try await pages.get(address, headers: manager)
            #expect(page.text.contains("需要主管部门答复"))
            let member = TestHolder(10, [.organizationMember], at: register.waiting.organization.description).headers
            let theirs = try await pages.get(address, headers: member)
            #expect(theirs.status == 200 && !theirs.text.contains("hand-over"))
        }
    }

    @Test func `a member sees the own file, with what is missing and what clears each flag, and no other`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let own = TestHolder(11, [.organizationMember], at: register.number.description).headers
            let home = try await pages.get("/", language: .english, headers: own)
            #expect(home.status == 200)
            #expect(home.page.texts("h1").first?.contains("Choir") == true)
            #expect(home.text.contains("What the four elements lack") && home.text.contains("Assessment and flags"))
            let flags = home.page.all(class: "flag")
            #expect(!flags.isEmpty && flags.allSatisfy { $0.text.contains("What clears it") })
            let links = home.page.all("a").compactMap { $0.attributes["href"] }
            for link in Set(links) where link.hasPrefix("/") {
                #expect(try await pages.get(String(link.prefix { $0 != "#" }), headers: own).status == 200, "\(link)")
            }
            let other = register.waiting.organization
            #expect(try await pages.get("/organizations/\(other)", headers: own).status == 403)
            let page = try await pages.get("/organizations/\(register.number)", headers: own)
            #expect(page.status == 200)
            for link in Set(page.page.all("a").compactMap { $0.attributes["href"] })
            where link.hasPrefix("/organizations/\(register.number)") {
                #expect(try await pages.get(String(link.prefix { $0 != "#" }), headers: own).status == 200, "\(link)")
            }
        }
    }

    private static func rows(of page: HTMLPage, with words: String) -> [String] {
        page.all("tr").map(\.text).filter { $0.contains(words) }
    }

    @Test func `a move that waits stands on the home of those who have to say a word`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let (registry, caller, on) = (pages.registry, Caller.localOperator, try Self.day("2026-05-06"))
            _ = try await OpenCase(registry: registry)(number, on: on, reason: nil, as: caller)
            _ = try await AdvanceCase(registry: registry)(number, to: .admitted, on: on, reason: nil, version: 1, as: caller)
            _ = try await AdvanceCase(registry: registry)(number, to: .incubating, on: on, reason: nil, version: 2, as: caller)
            let hub = TestHolder(12, [.hubStaff]).caller
            _ = try await RecommendMove(registry: registry)(number, to: .graduated, reason: "四要素齐备", version: 3, as: hub)
            let official = TestHolder(13, [.official])
            for path in ["/", "/decisions"] {
                let page = try await pages.get(path, language: .english, headers: official.headers)
                let row = try #require(page.page.all("tr").first { $0.text.contains("城东合唱团") && $0.text.contains("graduated") })
                #expect(row.text.contains("to review"), "\(path)")
            }
            let elsewhere = TestHolder(14, [.official], at: "320612").headers
            #expect(try await pages.get("/decisions", headers: elsewhere).text.contains("城东合唱团") == false)
            let member = TestHolder(15, [.organizationMember], at: number.description).headers
            let own = try await pages.get("/", language: .english, headers: member)
            #expect(own.text.contains("It waits for: reviewer") && own.text.contains("until 7 July 2026"))
            let expert = try await pages.get("/", language: .english, headers: TestHolder(16, [.reviewer]).headers)
            #expect(expert.status == 200)
            let waiting = Self.rows(of: expert.page, with: "review the recommended move")
            #expect(waiting.count == 1 && waiting[0].contains("城东合唱团"), "Whose turn it is finds it among what waits for them.")
        }
    }

    @Test func `an auditor begins with what was done last, and the ways to look further`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let staff = TestHolder.staff
            await #expect(throws: Refusal.self) {
                try await DecideMove(registry: pages.registry)(number, isApproved: true, reason: "好", version: 1, as: staff.caller)
            }
            let disclosed = try await pages.fillIn(
                "/organizations/\(number)/people/disclosures", [("purpose", "contact"), ("note", "换届")], as: staff)
            #expect(disclosed.status == 200)

            let auditor = TestHolder(17, [.auditor]).headers
            let home = try await pages.get("/", language: .english, headers: auditor)
            #expect(home.text.contains("What was done last") && !home.text.contains("Nothing waits for you now."))
            let shown = home.page.all("ol").filter { $0.attributes["class"] == "timeline" }.map(\.text).joined()
            #expect(shown.contains(number.description) && shown.contains("refused") && shown.contains("1 row"), "\(shown)")
            let ways = home.page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("/audit") }
            #expect(Set(ways).isSuperset(of: ["/audit?district=320613&question=refused", "/audit?district=320613&question=disclosed"]))
            for way in ways { #expect(try await pages.get(way, headers: auditor).status == 200, "\(way)") }

            func rows(_ question: String) async throws -> [String] {
                let path = "/audit?district=320613&question=\(question)"
                return Array(try await pages.get(path, language: .english, headers: auditor).page.texts("tr").dropFirst())
            }
            let (refusals, disclosures) = (try await rows("refused"), try await rows("disclosed"))
            #expect(refusals.count == 1 && refusals.first?.contains("refused") == true)
            #expect(disclosures.count == 1 && disclosures.first?.contains("1 row") == true)
            let csv = try await pages.get("/audit.csv?district=320613&question=disclosed", language: .english, headers: auditor)
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.count == 2 && lines.last?.contains(number.description) == true, "\(csv.text)")
            #expect(try await pages.get("/audit?question=what", headers: auditor).status == 422)
            #expect(try await pages.get("/audit.csv", headers: TestHolder(18, [.hubStaff]).headers).status == 403)
            let hub = try await pages.get("/", language: .english, headers: TestHolder(18, [.hubStaff]).headers)
            #expect(!hub.text.contains("What was done last"))
        }
    }

    @Test func `anybody finds out where a matter stands, and nothing of what is not public`() async throws {
        try await PagesUnderTest.run { pages in
            let filed = try await pages.record("城东合唱团")
            _ = try await OpenCase(registry: pages.registry)(filed, on: try Self.day("2026-06-25"), reason: "内部理由", as: .localOperator)
            let idea = try await pages.record("和平桥互助队", status: .idea)
            let found = try await pages.get("/status?number=\(filed)", language: .english, as: .visitor)
            #expect(found.status == 200)
            #expect(found.text.contains("opened") && found.text.contains("hub staff") && found.text.contains("filed"))
            #expect(!found.text.contains("城东合唱团") && !found.text.contains("内部理由"))
            func without(_ number: String) async throws -> String {
                try await pages.get("/status?number=\(number)", language: .english, as: .visitor).text.replacing(number, with: "…")
            }
            #expect(try await without(idea.description) == (try await without("320613-99")))
            #expect(try await without("320613-99").contains("There is nothing on public record"))
        }
    }

    @Test func `whoever looks up number after number waits, and is told how long`() async throws {
        try await PagesUnderTest.run { pages in
            for number in 1...30 { #expect(try await pages.get("/status?number=320613-\(number)", as: .visitor).status == 200) }
            let waiting = try await pages.get("/status?number=320613-31", language: .english, as: .visitor)
            #expect(waiting.status == 429 && waiting.headers[.retryAfter] == "10")
            #expect(waiting.text.contains("Try again in 10 seconds."))
            #expect(try await pages.get("/status", as: .visitor).status == 200, "to open the page costs nothing")
        }
    }
}
