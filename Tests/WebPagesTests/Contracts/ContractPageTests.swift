import Access
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// Hub contracts in the browser: recorded, ended, and their cases handed over.
struct ContractPageTests {
    private static let official = TestHolder(23, [.official])

    private static func record(_ hub: String, _ pages: PagesUnderTest, until: String = "2027-12-31") async throws -> PagesUnderTest.Answer {
        try await pages.fillIn(
            "/contracts/new",
            [("hub", hub), ("purchaser", "崇川区民政局"), ("area", "崇川区"), ("from", "2024-01-01"), ("until", until)], as: official)
    }

    @Test func `a contract that ends leads to the hand-over of its cases`() async throws {
        try await PagesUnderTest.run { pages in
            #expect(try await Self.record("甲中心", pages).status == 303)
            let number = try await pages.record("城东合唱团")
            _ = try await OpenCase(registry: pages.registry)(
                number, on: try #require(Day(iso: "2026-06-25")), reason: nil, as: TestHolder(21, [.hubStaff]).caller)
            #expect(try await Self.record("乙中心", pages).status == 303)

            let list = try await pages.get("/contracts", language: .english, headers: Self.official.headers)
            for text in ["甲中心", "乙中心", "in force", "Chongchuan"] { #expect(list.text.contains(text), "\(text)") }

            let ended = try await pages.fillIn("/contracts/1/end", [("lastDay", "2026-06-29")], as: Self.official)
            #expect(ended.status == 303 && ended.headers[.location] == "/contracts/1/hand-over?done=end-contract#content")
            let form = try await pages.get("/contracts/1/hand-over", language: .english, headers: Self.official.headers)
            let offers = form.page.all("option").compactMap { $0.attributes["value"] }
            #expect(offers == ["", "2"], "only another contract in force that covers the area")
            let moved = try await pages.fillIn("/contracts/1/hand-over", [("to", "2")], as: Self.official)
            #expect(moved.status == 303)
            let contracts = try await ListContracts(registry: pages.registry)(page: PageRequest(), as: .localOperator).items
            #expect(contracts.map(\.openCases) == [0, 1])
            let after = try await pages.get("/contracts", language: .english, headers: Self.official.headers)
            #expect(after.text.contains("ended early"))
        }
    }

    @Test func `what is wrong with a contract comes back with what was typed`() async throws {
        try await PagesUnderTest.run { pages in
            let answer = try await Self.record("甲中心", pages, until: "2023-12-31")
            #expect(answer.status == 422 && answer.page.all(class: "error-summary").count == 1)
            #expect(answer.page.all("input").contains { $0.attributes["name"] == "hub" && $0.attributes["value"] == "甲中心" })
            let none = try await pages.get("/contracts/7/end", headers: Self.official.headers)
            #expect(none.status == 404)
        }
    }

    @Test func `a hub's people read contracts and change none`() async throws {
        try await PagesUnderTest.run { pages in
            _ = try await Self.record("甲中心", pages)
            let hub = TestHolder(21, [.hubManager])
            let list = try await pages.get("/contracts", headers: hub.headers)
            #expect(list.status == 200 && !list.text.contains("/contracts/1/end") && !list.text.contains("/contracts/new"))
            #expect(try await pages.get("/contracts/1/end", headers: hub.headers).status == 403)
        }
    }
}
