import Access
import Appraisal
import HTTPTypes
import Testing
import Values
import Workflow

@testable import WebPages

/// A rubric's way on the pages, what local exits teach, and the model card.
struct RubricWorkPageTests {
    private static let author = TestHolder(61, [.official], at: "nation")
    private static let other = TestHolder(62, [.official], at: "nation")

    /// The standard rubric, stricter by its lines.
    private static func stricter() throws -> [UInt8] {
        let text = String(decoding: try RubricLibrary.named(RubricLibrary.standard).document.canonicalBytes, as: UTF8.self)
        let own = text.replacing("\"\(RubricLibrary.standard)\"", with: "\"stricter\"")
            .replacing(/"watch":0\.[0-9]+/, with: "\"watch\":0.05")
        return Array(own.utf8)
    }

    @Test func `a rubric is checked, proposed, tried, and put in force by somebody else`() async throws {
        try await PagesUnderTest.run { pages in
            _ = try await FilledRegister(in: pages)
            let (path, headers) = ("/rubric-versions/new", Self.author.headers)
            let wrong = try await pages.upload(path, file: Array("{}".utf8), pressing: "check", language: .english, headers: headers)
            #expect(wrong.status == 422 && wrong.page.first("input")?.attributes["name"] != nil)
            #expect(wrong.page.all("div").contains { $0.attributes["class"] == "error-summary" })
            let sound = try await pages.upload(path, file: try Self.stricter(), pressing: "check", language: .english, headers: headers)
            #expect(sound.status == 200 && sound.text.contains("The file is sound"))
            #expect(sound.page.texts("th").contains("id"), "what differs is told by its place")
            #expect(try await ListRubrics(registry: pages.registry)(as: .localOperator).allSatisfy { $0.id != "stricter" })

            let proposed = try await pages.upload(path, file: try Self.stricter(), pressing: "propose", headers: headers)
            #expect(proposed.status == 303, "\(proposed.text)")
            let version = try #require(proposed.headers[.location]).prefix { $0 != "?" }
            let list = try await pages.get("/rubric-versions", language: .english, headers: headers).page
            #expect(list.texts("td").contains("proposed"))
            let tried = try await pages.post("\(version)/trials", [], headers: headers)
            let trial = try #require(tried.headers[.location])
            let own = try await pages.get(trial, language: .english, headers: headers)
            #expect(own.text.contains("somebody else puts it in force"))
            let shown = try await pages.get(trial, language: .english, headers: Self.other.headers).page
            let form = try #require(shown.all("a").compactMap { $0.attributes["href"] }.first { $0.contains("/activation?trial=") })

            let fields = [("trial", "1"), ("reason", "界限更严")]
            let refused = try await pages.post("\(version)/activation", fields, language: .english, headers: headers)
            #expect(refused.status >= 400, "Nobody activates what they proposed.")
            #expect(try await pages.get(form, headers: Self.other.headers).status == 200)
            let active = try await pages.post("\(version)/activation", fields, headers: Self.other.headers)
            #expect(active.status == 303, "\(active.text)")
            let inForce = try await ShowRubric(registry: pages.registry).inForce(as: .localOperator)
            #expect(inForce.rubric.id == "stricter")
            let card = try await pages.get("/model-card", language: .english, as: .visitor)
            #expect(card.status == 200 && card.text.contains("was not measured on these data"))
        }
    }

    @Test func `a calibration is shown with its picture and approved by somebody else`() async throws {
        try await PagesUnderTest.run { pages in
            try await FilledRegister(in: pages).learn(in: pages)
            let proposed = try await pages.post("/calibrations/new", [("area", "320612")], headers: Self.author.headers)
            #expect(proposed.headers[.location] == "/calibrations/2?done=propose-calibration", "\(proposed.text)")
            let tooFew = try await pages.post("/calibrations/new", [("area", "320613")], language: .english, headers: Self.author.headers)
            #expect(tooFew.status == 422 && tooFew.text.contains("too few to learn from"))
            let own = try await pages.get("/calibrations/2", language: .english, headers: Self.author.headers)
            #expect(own.text.contains("somebody else approves it") && own.text.contains("waits for approval"))
            #expect(!own.page.all("a").contains { $0.attributes["href"] == "/calibrations/2/approval" })
            let days = [("validFrom", "2026-01-01"), ("validThrough", "")]
            #expect(try await pages.post("/calibrations/2/approval", days, headers: Self.author.headers).status >= 400)
            let approved = try await pages.post("/calibrations/2/approval", days, headers: Self.other.headers)
            #expect(approved.headers[.location] == "/calibrations/2?done=approve-calibration", "\(approved.text)")
            let list = try await pages.get("/calibrations", language: .english, headers: Self.other.headers).page
            #expect(list.texts("td").contains("in force") && list.texts("td").contains("waits for approval"))
        }
    }

    @Test func `the model card shows every figure of its file, pictures with tables, and the limits`() async throws {
        try await PagesUnderTest.run { pages in
            let found = try await ShowModelCard(registry: pages.registry)(as: .visitor)
            let answer = try await pages.get("/model-card", language: .english, as: .visitor)
            for set in found.card.sets {
                for measure in set.measures { #expect(answer.page.texts("th").contains { $0.hasSuffix(measure.model.text.en) }) }
                for command in set.commands { #expect(answer.text.contains(command)) }
            }
            #expect(answer.page.all("svg").count == 3 && answer.text.contains("0.786 (0.760–0.808)"))
            for words in [
                "no outcomes of Chinese organizations", "quality of the four elements is untested", "ODC-By 1.0", "cross-validated",
            ] {
                #expect(answer.text.contains(words), "\(words)")
            }
            #expect(found.isAboutInForce, "The standard rubric is the one that was measured.")
        }
    }
}
