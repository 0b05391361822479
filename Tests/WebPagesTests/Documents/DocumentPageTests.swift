import Access
import HTTPSupport
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// Documents as pages for paper, and the public page that confirms them.
struct DocumentPageTests {
    private static let hub = TestHolder(21, [.hubStaff])
    private static let reviewer = TestHolder(22, [.reviewer])
    private static let official = TestHolder(23, [.official])

    /// A group that three people have graduated; its certificate and its notice.
    private static func graduate(_ pages: PagesUnderTest) async throws -> (number: OrganizationNumber, documents: [IssuedDocument]) {
        let (registry, caller, on) = (pages.registry, Caller.localOperator, try #require(Day(iso: "2026-05-06")))
        let number = try await pages.record("城东合唱团")
        _ = try await OpenCase(registry: registry)(number, on: on, reason: nil, as: caller)
        _ = try await AdvanceCase(registry: registry)(number, to: .admitted, on: on, reason: nil, version: 1, as: caller)
        _ = try await AdvanceCase(registry: registry)(number, to: .incubating, on: on, reason: nil, version: 2, as: caller)
        _ = try await RecommendMove(registry: registry)(number, to: .graduated, reason: "齐备", version: 3, as: hub.caller)
        for holder in [reviewer, official] {
            _ = try await DeclareInterest(registry: registry)(number, hasInterest: false, as: holder.caller)
        }
        _ = try await ReviewMove(registry: registry)(number, isEndorsed: true, reason: "属实", version: 1, as: reviewer.caller)
        _ = try await DecideMove(registry: registry)(number, isApproved: true, reason: "准予出壳", version: 2, as: official.caller)
        return (number, try await ListDocuments(registry: registry)(number, as: caller).map(\.document))
    }

    private static func verify(_ number: String, _ pages: PagesUnderTest, language: Language = .english) async throws -> String {
        let address = PageAddress.of("/verify", [("number", number)])
        let answer = try await pages.get(address, language: language, as: .visitor)
        #expect(answer.status == 200)
        return answer.text
    }

    @Test func `a decision's papers are printed in both languages and confirmed to anybody`() async throws {
        try await PagesUnderTest.run { pages in
            let (number, documents) = try await Self.graduate(pages)
            let member = TestHolder(31, [.organizationMember], at: number.description)
            let list = try await pages.get(DocumentPages.address(of: number), language: .english, headers: member.headers)
            for document in documents {
                #expect(list.text.contains(document.mark.grouped))
                let address = "\(DocumentPages.address(of: number))/\(document.number)"
                #expect(list.page.all("a").contains { $0.attributes["href"] == address })
                for (language, words) in [
                    (Language.simplifiedChinese, document.kind.words.zh), (.english, document.kind.words.en),
                ] {
                    let paper = try await pages.get(address, language: language, headers: member.headers)
                    #expect(paper.page.texts("h1") == [words])
                    for text in ["城东合唱团", document.mark.grouped, "/verify"] { #expect(paper.text.contains(text), "\(text)") }
                    #expect(!paper.text.contains("withdrawal"), "what only officials may")
                }
                let told = try await Self.verify(document.mark.grouped.lowercased(), pages)
                #expect(told.contains("It holds") && told.contains("城东合唱团") && told.contains(document.kind.words.en))
                #expect(!told.contains("准予出壳") && !told.contains("account"), "no more than what it is")
            }
            let notice = try #require(documents.last)
            let paper = try await pages.get("\(DocumentPages.address(of: number))/\(notice.number)", headers: member.headers)
            #expect(paper.text.contains("准予出壳"))
        }
    }

    @Test func `an official takes a document back by a form, and the public page says so`() async throws {
        try await PagesUnderTest.run { pages in
            let (number, documents) = try await Self.graduate(pages)
            let certificate = try #require(documents.first)
            let address = "\(DocumentPages.address(of: number))/\(certificate.number)"
            let paper = try await pages.get(address, headers: Self.official.headers)
            #expect(paper.page.all("a").contains { $0.attributes["href"] == address + "/withdrawal" })
            let form = try await pages.get(address + "/withdrawal", headers: Self.official.headers)
            let key = form.page.all("input").first { $0.attributes["name"] == "key" }?.attributes["value"] ?? ""
            let sent = try await pages.post(
                address + "/withdrawal", [("key", key), ("reason", "误发"), ("checked", "yes")], headers: Self.official.headers)
            #expect(sent.status == 303 && sent.headers[.location] == "\(DocumentPages.address(of: number))?done=withdraw-document#content")
            #expect(try await Self.verify(certificate.mark.text, pages).contains("Void"))
            #expect(try await pages.get(address, headers: Self.official.headers).text.contains("误发"))
        }
    }

    @Test func `a summary is issued once for a double press and holds until the record changes`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let path = DocumentPages.address(of: number) + "/new"
            let form = try await pages.get(path, headers: Self.hub.headers)
            let key = form.page.all("input").first { $0.attributes["name"] == "key" }?.attributes["value"] ?? ""
            let first = try await pages.post(path, [("key", key)], headers: Self.hub.headers)
            let second = try await pages.post(path, [("key", key)], headers: Self.hub.headers)
            #expect(first.status == 303 && first.headers[.location] == second.headers[.location])
            let issued = try await ListDocuments(registry: pages.registry)(number, as: .localOperator)
            #expect(issued.count == 1)
            let mark = try #require(issued.first).document.mark
            #expect(try await Self.verify(mark.text, pages, language: .simplifiedChinese).contains("有效：本系统出具了这份文书"))
            let step = LegalStatusStep(status: .filingCancelled, since: try #require(Day(iso: "2026-06-01")))
            _ = try await RecordLegalStatus(registry: pages.registry)(number, version: 1, step: step, as: .localOperator)
            #expect(try await Self.verify(mark.text, pages).contains("No longer in force"))
        }
    }

    @Test func `a mistyped number is told as such, and one that was never given as nothing`() async throws {
        try await PagesUnderTest.run { pages in
            #expect(try await Self.verify("000G40-R40M30-E209FB", pages).contains("mistyped"))
            let unknown = try await Self.verify("000G40-R40M30-E209FA", pages)
            #expect(unknown.contains("no document to confirm") && !unknown.contains("mistyped"))
            for _ in 1...29 { _ = try await Self.verify("000G40-R40M30-E209FA", pages) }
            let tooMany = try await pages.get("/verify?number=000G40-R40M30-E209FA", as: .visitor)
            #expect(tooMany.status == 429)
        }
    }
}
