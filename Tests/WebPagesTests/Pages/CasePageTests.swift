import Access
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// The page of a case shows who said what, and offers each person the word that is theirs to say.
struct CasePageTests {
    private static let hub = TestHolder(21, [.hubStaff])
    private static let reviewer = TestHolder(22, [.reviewer])
    private static let official = TestHolder(23, [.official])

    /// A case that is being incubated.
    private static func begin(_ pages: PagesUnderTest) async throws -> OrganizationNumber {
        let (registry, caller, on) = (pages.registry, Caller.localOperator, try #require(Day(iso: "2026-05-06")))
        let number = try await pages.record("城东合唱团")
        _ = try await OpenCase(registry: registry)(number, on: on, reason: nil, as: caller)
        _ = try await AdvanceCase(registry: registry)(number, to: .admitted, on: on, reason: nil, version: 1, as: caller)
        _ = try await AdvanceCase(registry: registry)(number, to: .incubating, on: on, reason: nil, version: 2, as: caller)
        return number
    }

    /// Fills in a form, looks it over and confirms it, as a person does.
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
        let check = try await pages.post(path, hidden(form.page) + typed, language: .english, headers: holder.headers)
        guard check.status == 200 else { return check }
        #expect(check.page.all("form").contains { $0.attributes["action"] == path }, "The answers are looked over first.")
        if !path.hasSuffix("/decisions/new") {
            for page in [form, check] { #expect(page.text.contains("四要素齐备"), "\(path) does not show what the word is on") }
        }
        return try await pages.post(
            path, hidden(check.page).filter { $0.0 != "again" }, language: .english, headers: holder.headers)
    }

    private static func jobs(_ address: String, of holder: TestHolder, _ pages: PagesUnderTest) async throws -> [String] {
        let page = try await pages.get(address, language: .english, headers: holder.headers).page
        return page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix(address + "/") }.map {
            String($0.dropFirst(address.count))
        }
    }

    @Test func `three people recommend, review and approve, each after the other`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await Self.begin(pages)
            let address = CasePages.address(of: number)
            #expect(try await Self.jobs(address, of: Self.hub, pages).contains("/decisions/new"))
            #expect(try await Self.jobs(address, of: Self.reviewer, pages) == [])
            let recommended = try await Self.send(
                address + "/decisions/new", [("to", "graduated"), ("reason", "四要素齐备")], as: Self.hub, pages)
            #expect(recommended.status == 303)
            #expect(recommended.headers[.location] == "\(address)?done=recommend-move#decisions")

            for holder in [Self.reviewer, Self.official] {
                #expect(try await Self.jobs(address, of: holder, pages) == ["/declarations/new"])
                let declared = try await Self.send(address + "/declarations/new", [("hasInterest", "no")], as: holder, pages)
                #expect(declared.status == 303)
            }
            #expect(try await Self.jobs(address, of: Self.official, pages) == [], "A third step means a third person first.")
            #expect(try await Self.jobs(address, of: Self.reviewer, pages) == ["/review"])
            let reviewed = try await Self.send(address + "/review", [("word", "yes"), ("reason", "现场核对属实")], as: Self.reviewer, pages)
            #expect(reviewed.status == 303)
            #expect(try await Self.jobs(address, of: Self.official, pages) == ["/approval"])
            let approved = try await Self.send(address + "/approval", [("word", "yes"), ("reason", "同意出壳")], as: Self.official, pages)
            #expect(approved.status == 303)

            let found = try await ShowCase(registry: pages.registry)(number, as: .localOperator)
            #expect(found.stage == .graduated)
            let page = try await pages.get(address, language: .english, headers: Self.hub.headers)
            for words in ["四要素齐备", "现场核对属实", "同意出壳", "endorsed", "approved", "account 22"] {
                #expect(page.text.contains(words), "\(words)")
            }
        }
    }

    @Test func `whoever has an interest is told to withdraw and is offered nothing`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await Self.begin(pages)
            let address = CasePages.address(of: number)
            _ = try await RecommendMove(registry: pages.registry)(
                number, to: .graduated, reason: "四要素齐备", version: 3, as: Self.hub.caller)
            let declared = try await Self.send(address + "/declarations/new", [("hasInterest", "yes")], as: Self.reviewer, pages)
            #expect(declared.status == 303)
            #expect(try await Self.jobs(address, of: Self.reviewer, pages) == [])
            let page = try await pages.get(address, language: .english, headers: Self.reviewer.headers)
            #expect(page.text.contains("you take no part in reviewing or approving"))
            let tried = try await Self.send(address + "/review", [("word", "yes"), ("reason", "好")], as: Self.reviewer, pages)
            #expect(tried.status == 409 && tried.page.all(class: "error-summary").count == 1)
        }
    }

    @Test func `a word without a reason comes back with what was chosen`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await Self.begin(pages)
            let address = CasePages.address(of: number)
            let answer = try await Self.send(address + "/decisions/new", [("to", "graduated")], as: Self.hub, pages)
            #expect(answer.status == 422)
            #expect(answer.page.all("option").contains { $0.attributes["value"] == "graduated" && $0.attributes["selected"] != nil })
            let member = TestHolder(24, [.organizationMember], at: number.description)
            #expect(try await pages.get(address, headers: member.headers).status == 200)
            #expect(try await pages.get(address + "/decisions/new", headers: member.headers).status == 403)
        }
    }
}
