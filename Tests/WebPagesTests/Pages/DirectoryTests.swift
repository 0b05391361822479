import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// The public directory.
struct DirectoryTests {
    @Test func `organizations are found by name, area, category and status`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.record("城东合唱团", area: "320613001", category: .cultureSport)
            try await pages.record("和平互助队", area: "320613002", category: .mutualAid)
            func names(_ query: String) async throws -> [String] {
                let answer = try await pages.get("/directory?\(query)")
                #expect(answer.status == 200)
                return answer.page.all("th").filter { $0.attributes["scope"] == "row" }.map(\.text)
            }
            #expect(try await names("") == ["城东合唱团", "和平互助队"])
            #expect(try await names("q=合唱".encoded) == ["城东合唱团"])
            #expect(try await names("area=和平桥街道".encoded) == ["和平互助队"])
            #expect(try await names("area=320613") == ["城东合唱团", "和平互助队"])
            #expect(try await names("category=mutualAid") == ["和平互助队"])
            #expect(try await names("status=registered") == [])
            #expect(try await names("q=合唱&from=timeline&isappinstalled=0".encoded) == ["城东合唱团"], "Links gather parameters.")
        }
    }

    @Test func `an area that is not clear is asked about and nothing is listed`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.record("城东合唱团")
            let several = try await pages.get("/directory?" + "area=城东街道&category=mutualAid".encoded, language: .english)
            let offers = several.page.all("a").filter { $0.text.contains("城东街道") }
            #expect(offers.map(\.text) == ["城东街道, 通州区, Nantong, Jiangsu", "城东街道, Chongchuan, Nantong, Jiangsu"])
            #expect(offers.last?.attributes["href"] == "/directory?category=mutualAid&area=320613001")
            #expect(several.page.all("table").isEmpty)
            let unknown = try await pages.get("/directory?" + "area=无此地".encoded, language: .english)
            #expect(unknown.page.all(class: "error").first?.text.contains("There is no such area") == true)
            #expect(unknown.page.all("input").contains { $0.attributes["name"] == "area" && $0.attributes["value"] == "无此地" })
        }
    }

    @Test func `a filter names what is in force, and is unfolded when something in it is wrong`() async throws {
        try await PagesUnderTest.run { pages in
            _ = try await pages.record("城东合唱团")
            let staff = TestHolder.staff.headers
            func fold(_ path: String) async throws -> (summary: String, isOpen: Bool, ways: [String]) {
                let page = try await pages.get(path, language: .english, headers: staff).page
                let form = try #require(page.all("form").first { $0.attributes["class"] == "filter" }, "\(path)")
                #expect(form.attributes["role"] == "search" && form.attributes["action"] == String(path.prefix { $0 != "?" }))
                let details = try #require(page.first("details"))
                let place = try #require(page.elements.firstIndex { $0.name == "form" && $0.attributes["class"] == "filter" })
                let ways = page.elements.filter { $0.name == "a" && $0.ancestors.contains(place) }.compactMap { $0.attributes["href"] }
                return (page.texts("summary").first ?? "", details.attributes["open"] != nil, ways)
            }
            for path in ["/organizations", "/directory", "/flags", "/pending"] {
                let plain = try await fold(path)
                #expect(plain.summary == "Filter" && !plain.isOpen && plain.ways == [], "\(path)")
                let narrowed = try await fold(path + "?area=320613")
                #expect(narrowed.summary.contains("Area: ") && narrowed.summary.contains("Chongchuan"), "\(path): \(narrowed.summary)")
                #expect(!narrowed.isOpen && narrowed.ways == [path], "\(path)")
                let wrong = try await fold(path + "?area=nowhere")
                #expect(wrong.isOpen && wrong.ways == [path], "\(path)")
            }
            let several = try await fold("/flags?state=open&severity=high&owner=account-5")
            for words in ["account-5", "high", "open"] { #expect(several.summary.contains(words), "\(several.summary)") }
        }
    }

    @Test func `a long list goes on from page to page and keeps its filter`() async throws {
        try await PagesUnderTest.run { pages in
            for number in 1...51 { try await pages.record("第\(number)合唱团") }
            let first = try await pages.get("/directory?" + "q=合唱&lang=en".encoded)
            #expect(first.page.all("tr").count == 51)
            let next = try #require(first.page.all("a").first { $0.attributes["rel"] == "next" }?.attributes["href"])
            #expect(next.hasPrefix("/directory?q=%E5%90%88%E5%94%B1&after=320613-"))
            let second = try await pages.get(next)
            #expect(second.page.all("tr").count == 2)
            #expect(second.page.all(class: "paging").first?.text.contains("第一页") == true)
        }
    }

    @Test func `nothing found says what to try`() async throws {
        try await PagesUnderTest.run { pages in
            let page = try await pages.get("/directory?" + "q=没有".encoded, language: .english).page
            #expect(page.all(class: "empty").first?.text.contains("Try fewer characters") == true)
        }
    }

    @Test func `a public page shows no people, no contacts and no version`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let page = try await pages.get("/directory/\(number)").page
            #expect(page.texts("h1") == ["城东合唱团 备案"])
            #expect(page.first("main")?.text.contains("江苏省南通市崇川区城东街道") == true)
            #expect(page.first("main")?.text.contains("0513") == false)
            #expect(page.first("main")?.text.contains("王老师") == false)
            #expect(try await pages.get("/directory/320613-99").status == 404)
            #expect(try await pages.get("/directory/abc").status == 404)
        }
    }
}

extension String {
    /// As the query of an address.
    var encoded: String {
        unicodeScalars.map { $0.isASCII ? String($0) : String($0).utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined() }
            .joined()
    }
}

extension PagesUnderTest {
    /// Records an organization and gives its number.
    @discardableResult func record(
        _ name: String, english: String? = nil, area: String = "320613001", category: OrganizationCategory = .cultureSport,
        status: LegalStatus = .filed
    ) async throws -> OrganizationNumber {
        let draft = OrganizationDraft(
            particulars: OrganizationParticulars(
                name: name, englishName: english, category: category, legalForm: .unincorporated, area: try #require(AreaCode(area)),
                foundedOn: Day(iso: "2019-05-04")),
            firstStep: LegalStatusStep(status: status, since: try #require(Day(iso: "2024-01-15"))),
            contacts: [Contact(kind: .telephone, value: "0513-00000000", person: "王老师")])
        return try await CreateOrganization(registry: registry)(draft, as: .localOperator).file.organization.number
    }
}
