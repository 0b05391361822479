import Access
import HTTPTypes
import Incubation
import Store
import Testing
import Values
import Workflow

@testable import WebPages

/// The people of an organization: masked, shown whole for a purpose, restricted, released, erased.
struct PeoplePageTests {
    private static let staff = TestHolder(21, [.hubStaff])
    private static let manager = TestHolder(24, [.hubManager])

    @Test func `people are listed masked, and whole for a stated purpose that is recorded`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let path = PeoplePages.address(of: number)
            let list = try await pages.get(path, language: .english, headers: Self.staff.headers)
            #expect(list.text.contains("王*") && !list.text.contains("王老师") && !list.text.contains("0513-00000000"))
            let unsaid = try await pages.fillIn(path + "/disclosures", [("purpose", ""), ("note", "换届")], as: Self.staff)
            #expect(unsaid.status == 422 && !unsaid.text.contains("王老师"))
            #expect(unsaid.page.all("input").contains { $0.attributes["value"] == "换届" }, "what was typed stays")
            let shown = try await pages.fillIn(path + "/disclosures", [("purpose", "contact"), ("note", "换届")], as: Self.staff)
            #expect(shown.status == 200 && shown.text.contains("王老师") && shown.text.contains("0513-00000000"))
            #expect(shown.headers[.cacheControl] == "no-store")
            let events = try await ListAuditEvents(registry: pages.registry)(of: nil, page: PageRequest(size: 500), as: .localOperator)
                .items
            #expect(events.contains { $0.entry.act == "view-people" && $0.entry.purpose == "contact" && $0.entry.rowCount == 1 })
        }
    }

    @Test func `a manager restricts, releases and erases by forms`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let person = try #require(
                try await ListPeople(registry: pages.registry)(.organization(number), page: PageRequest(), as: .localOperator).items.first
            ).person
            let path = PeoplePages.address(of: person, of: number)
            func links(_ holder: TestHolder) async throws -> [String] {
                try await pages.get(path, headers: holder.headers).page.all("a").compactMap { $0.attributes["href"] }.filter {
                    $0.hasPrefix(path + "/")
                }
            }
            #expect(try await links(Self.staff) == [])
            #expect(try await links(Self.manager) == [path + "/restriction", path + "/erasure"])
            let unsaid = try await pages.fillIn(path + "/restriction", [("basis", "legal-retention"), ("until", "")], as: Self.manager)
            #expect(unsaid.status == 422, "until when a law keeps it")
            let restricted = try await pages.fillIn(path + "/restriction", [("basis", "disputed"), ("until", "")], as: Self.manager)
            #expect(restricted.status == 303)
            #expect(try await links(Self.manager) == [path + "/release", path + "/erasure"])
            #expect(try await pages.fillIn(path + "/release", [], as: Self.manager).status == 303)
            let erased = try await pages.fillIn(path + "/erasure", [("basis", "person-request")], as: Self.manager)
            #expect(erased.status == 303 && erased.headers[.location] == path + "?done=erase-person#content")
            #expect(try await links(Self.manager) == [])
            let file = try await ShowPerson(registry: pages.registry)(person, of: number, as: .localOperator)
            #expect(file.state == .erased)
            #expect(try await pages.get(path + "/erasure", headers: Self.staff.headers).status == 403)
        }
    }
}
