import Access
import Appraisal
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// What was assessed by a rubric of the register's own is shown in the words of that rubric.
struct OwnRubricTests {
    /// The standard rubric with another name, and with each flag called otherwise.
    private static func rubric() throws -> NamedRubric {
        let standard = try RubricLibrary.named(RubricLibrary.standard)
        var text = String(decoding: standard.document.canonicalBytes, as: UTF8.self)
        text.replace("\"\(RubricLibrary.standard)\"", with: "\"own\"")
        text.replace("\"en\":\"\(standard.rubric.title.en)\"", with: "\"en\":\"a rubric of our own\"")
        for name in Set(standard.rubric.flags.map(\.name.en)) {
            text.replace("\"en\":\"\(name)\"", with: "\"en\":\"our own: \(name)\"")
        }
        return try NamedRubric(json: Array(text.utf8))
    }

    private static func official() throws -> Caller {
        let holding = Holding(number: 1, role: .official, scope: .nation, from: .earliest, until: nil)
        return Caller(account: try #require(AccountNumber(rawValue: 80)), holdings: [holding], isTwoFactor: true)
    }

    /// Proposed, tried, activated by somebody else, and used.
    private static func activate(in pages: PagesUnderTest) async throws -> NamedRubric {
        let (registry, rubric) = (pages.registry, try rubric())
        _ = try await ProposeRubric(registry: registry)(rubric, as: .localOperator)
        let trial = try await TrialRubric(registry: registry)(rubric.hash, as: .localOperator).trial
        _ = try await ActivateRubric(registry: registry)(rubric.hash, trial: trial, reason: "x", as: official())
        _ = try await RunAssessment(registry: registry)(
            asOf: try #require(Day(iso: "2026-06-30")), area: AreaCode("320613"), as: .localOperator)
        return rubric
    }

    @Test func `an assessment by an activated rubric of one's own is explained by that rubric, not by a built-in one`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let rubric = try await Self.activate(in: pages)
            let address = "/rubrics/\(rubric.hash)"

            let list = try await pages.get("/flagged", language: .english).page
            let offered = list.texts("option").filter { $0.hasPrefix("our own: ") }
            #expect(offered.count == rubric.rubric.flags.count)
            let area = try await pages.get("/areas/320613", language: .english).page
            #expect(area.texts("a").contains { $0.hasPrefix("our own: ") })
            let explained = try await pages.get("/organizations/\(register.number)/assessment", language: .english).page
            #expect(explained.all("a").contains { $0.attributes["href"] == address && $0.text == "a rubric of our own" })
            let rules = explained.all("a").compactMap { $0.attributes["href"] }.filter { $0.contains("/flags#") }
            #expect(!rules.isEmpty && rules.allSatisfy { $0.hasPrefix(address + "/flags#") })
            let whatIf = try await pages.get("/organizations/\(register.number)/what-if?LT-01=20%25", language: .english)
            #expect(whatIf.status == 200)

            for path in [address, "/rubrics/own"] {
                let page = try await pages.get(path, language: .english, as: .visitor)
                #expect(page.status == 200 && page.page.texts("h1") == ["a rubric of our own"], "\(path)")
            }
            let flags = try await pages.get(address + "/flags", language: .english, as: .visitor)
            #expect(flags.text.contains("our own: "))
            let rubrics = try await pages.get("/rubrics", language: .english, as: .visitor)
            #expect(rubrics.page.all("a").contains { $0.attributes["href"] == address })
        }
    }

    @Test func `an assessment of before keeps the words of its own rubric`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            _ = try await Self.activate(in: pages)
            let explained = try await pages.get("/organizations/\(register.number)/assessment?run=1", language: .english).page
            #expect(explained.all("a").contains { $0.attributes["href"] == "/rubrics/\(RubricLibrary.standard)" })
            let list = try await pages.get("/flagged?run=1", language: .english).page
            #expect(!list.texts("option").contains { $0.hasPrefix("our own: ") })
            #expect(try await pages.get("/rubrics/nothing").status == 404)
        }
    }
}
