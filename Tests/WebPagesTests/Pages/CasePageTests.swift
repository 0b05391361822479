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

    private static func hidden(_ page: HTMLPage) -> [(String, String)] {
        page.all("input").filter { $0.attributes["type"] == "hidden" }.map { ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "") }
    }

    /// Fills in a form, looks it over and confirms it, as a person does who may press the button twice.
    private static func send(
        _ path: String, _ typed: [(String, String)], times: Int = 1, as holder: TestHolder, _ pages: PagesUnderTest
    ) async throws -> PagesUnderTest.Answer {
        let form = try await pages.get(path, language: .english, headers: holder.headers)
        #expect(form.status == 200, "\(path)")
        let check = try await pages.post(path, hidden(form.page) + typed, language: .english, headers: holder.headers)
        guard check.status == 200 else { return check }
        #expect(check.page.all("form").contains { $0.attributes["action"] == path }, "The answers are looked over first.")
        if !path.hasSuffix("/decisions/new") {
            for page in [form, check] { #expect(page.text.contains("四要素齐备"), "\(path) does not show what the word is on") }
        }
        var answer = check
        for _ in 0..<times {
            answer = try await pages.post(
                path, hidden(check.page).filter { $0.0 != "again" }, language: .english, headers: holder.headers)
        }
        return answer
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

            // A third step means a third person first, who may declare meanwhile.
            #expect(try await Self.jobs(address, of: Self.official, pages) == ["/declarations/new"])
            #expect(try await Self.jobs(address, of: Self.reviewer, pages) == ["/review"])
            let word = [("hasInterest", "no"), ("word", "yes")]
            let reviewed = try await Self.send(
                address + "/review", word + [("reason", "现场核对属实")], times: 2, as: Self.reviewer, pages)
            #expect(reviewed.status == 303)
            #expect(reviewed.headers[.location] == "\(address)?done=review-move#decisions")
            #expect(try await Self.jobs(address, of: Self.reviewer, pages) == [])
            #expect(try await Self.jobs(address, of: Self.official, pages) == ["/approval"])
            let approved = try await Self.send(address + "/approval", word + [("reason", "同意出壳")], as: Self.official, pages)
            #expect(approved.status == 303)
            for holder in [Self.reviewer, Self.official] {
                let standing = try await ShowStanding(registry: pages.registry)(to: number, as: holder.caller)
                #expect(standing.hasInterest == false)
            }

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

    @Test func `who is asked for a word and has an interest withdraws on the same form`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await Self.begin(pages)
            let (address, path) = (CasePages.address(of: number), CasePages.address(of: number) + "/review")
            _ = try await RecommendMove(registry: pages.registry)(
                number, to: .graduated, reason: "四要素齐备", version: 3, as: Self.hub.caller)
            let form = try await pages.get(path, language: .english, headers: Self.reviewer.headers).page
            let names = form.all("select").map { $0.attributes["name"] }
            #expect(names == ["hasInterest", "word"], "The first question is the declaration.")
            let unsaid = [("hasInterest", ""), ("word", "yes"), ("reason", "好")]
            let asked = try await pages.post(path, Self.hidden(form) + unsaid, language: .english, headers: Self.reviewer.headers)
            #expect(asked.status == 422 && asked.page.all(class: "error-summary").count == 1)

            let typed = [("hasInterest", "yes"), ("word", "no"), ("reason", "写到一半")]
            let check = try await pages.post(path, Self.hidden(form) + typed, language: .english, headers: Self.reviewer.headers)
            #expect(check.status == 200 && check.text.contains("Only your declaration will be recorded"))
            #expect(check.page.texts("dd") == ["I have an interest in it and withdraw"], "What does not count is not shown as if it did.")
            let again = try await pages.post(
                path, Self.hidden(check.page) + [("again", "yes")], language: .english, headers: Self.reviewer.headers)
            #expect(again.page.all("textarea").map(\.text) == ["写到一半"], "Nothing that was typed is lost.")

            let declared = try await Self.send(path, [("hasInterest", "yes")], times: 2, as: Self.reviewer, pages)
            #expect(declared.status == 303)
            #expect(declared.headers[.location] == "\(address)?done=declare-interest#decisions")
            let page = try await pages.get(address, language: .english, headers: Self.reviewer.headers)
            #expect(page.text.contains("back with the role that it is for, and waits for: reviewer"), "\(page.text)")
            #expect(try await ListDecisions(registry: pages.registry)(number, as: Self.hub.caller).first?.review == nil)
            #expect(try await Self.jobs(address, of: Self.reviewer, pages) == [])
        }
    }

    @Test func `a declaration that was made meanwhile is not asked for again`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await Self.begin(pages)
            let path = CasePages.address(of: number) + "/review"
            _ = try await RecommendMove(registry: pages.registry)(
                number, to: .graduated, reason: "四要素齐备", version: 3, as: Self.hub.caller)
            let form = try await pages.get(path, language: .english, headers: Self.reviewer.headers).page
            _ = try await DeclareInterest(registry: pages.registry)(number, hasInterest: false, as: Self.reviewer.caller)
            let typed = [("hasInterest", "no"), ("word", "yes"), ("reason", "现场核对属实"), ("checked", "yes")]
            let refused = try await pages.post(path, Self.hidden(form) + typed, language: .english, headers: Self.reviewer.headers)
            #expect(refused.status == 409 && refused.page.all(class: "error-summary").count == 1)
            #expect(refused.page.all("select").map { $0.attributes["name"] } == ["word"])
            #expect(refused.page.all("textarea").map(\.text) == ["现场核对属实"])
            let kept = Self.hidden(refused.page) + [("word", "yes"), ("reason", "现场核对属实"), ("checked", "yes")]
            let said = try await pages.post(path, kept, language: .english, headers: Self.reviewer.headers)
            #expect(said.status == 303)
        }
    }

    @Test func `what waits for a word leads to the form for it`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await Self.begin(pages)
            _ = try await RecommendMove(registry: pages.registry)(
                number, to: .graduated, reason: "四要素齐备", version: 3, as: Self.hub.caller)
            let filter = PendingFilter(organization: number)
            let waiting = try await ListPending(registry: pages.registry)(filter, page: PageRequest(), as: Self.hub.caller).items
            let item = try #require(waiting.first { $0.item.kind == .moveReview })
            func buttons(_ holder: TestHolder) async throws -> [String] {
                let page = try await pages.get(PendingPages.address(of: item.item.number), headers: holder.headers).page
                return page.all(class: "button").compactMap { $0.attributes["href"] }
            }
            let file = CasePages.address(of: number)
            #expect(try await buttons(Self.reviewer).prefix(2) == [file + "/review", file])
            #expect(try await buttons(Self.official).first == file)
            _ = try await DeclareInterest(registry: pages.registry)(number, hasInterest: true, as: Self.reviewer.caller)
            #expect(try await buttons(Self.reviewer).first == file, "Who withdrew is not led to the form.")
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
