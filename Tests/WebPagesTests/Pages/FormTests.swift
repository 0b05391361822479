import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@testable import WebPages

/// Forms keep what was typed, say what to fix, and take effect once.
struct FormTests {
    private static func fields(_ page: HTMLPage) -> [(String, String)] {
        page.all("input").filter { $0.attributes["type"] == "hidden" }.compactMap { field in
            field.attributes["name"].map { ($0, field.attributes["value"] ?? "") }
        }
    }

    @Test func `a form with faults comes back with what was typed and with every fault at its field`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let path = "/organizations/\(number)/elements/leadership/new"
            let hidden = Self.fields(try await pages.get(path).page)
            let typed = [
                ("post", "chair"), ("personName", ""), ("chosenBy", "elected"), ("termBegan", "2024-13-40"), ("termEnds", "2024/1/5"),
            ]
            let answer = try await pages.post(path, hidden + typed, language: .english)
            #expect(answer.status == 422)
            let page = answer.page
            let links = page.all("a").filter { $0.attributes["href"] == "#field-personName" || $0.attributes["href"] == "#field-termBegan" }
            #expect(
                links.map(\.text) == [
                    "Fill in “Name of the person”.", "“Term began” must be a day such as 2024-03-05.",
                ])
            #expect(page.all(class: "error-summary").first?.attributes["role"] == "alert")
            func value(_ id: String) -> String? { page.all("input").first { $0.attributes["id"] == id }?.attributes["value"] }
            #expect(value("field-termEnds") == "2024/1/5")
            #expect(value("field-termBegan") == "2024-13-40")
            #expect(page.all("option").contains { $0.attributes["value"] == "chair" && $0.attributes["selected"] != nil })
            #expect(page.all("input").first { $0.attributes["id"] == "field-personName" }?.attributes["aria-invalid"] == "true")
            let elements = try await ShowElements(registry: pages.registry)(number, as: .localOperator)
            #expect(elements.leadership.isEmpty)
        }
    }

    @Test func `a form that is sent twice records once and leads to the same place`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let path = "/organizations/\(number)/activities/new"
            let sent = Self.fields(try await pages.get(path).page) + [("title", "五一汇演"), ("heldOn", "2026-05-01"), ("kind", "event")]
            async let first = pages.post(path, sent)
            async let second = pages.post(path, sent)
            let answers = try await [first, second]
            #expect(answers.map(\.status) == [303, 303])
            #expect(Set(answers.map { $0.headers[.location] }) == ["/organizations/\(number)?done=record-activity#activities"])
            let list = try await ListActivities(registry: pages.registry)(number, page: PageRequest(), as: .localOperator)
            #expect(list.items.count == 1)
            let page = try await pages.get("/organizations/\(number)?done=record-activity", language: .english).page
            #expect(page.all(class: "notice").first?.text.contains("Saved: record an activity.") == true)
            let changed = sent.filter { $0.0 != "title" } + [("title", "另一场")]
            let again = try await pages.post(path, changed, language: .english)
            #expect(again.status == 422)
            #expect(again.text.contains("This form was sent before"))
            #expect(
                try await pages.post(path, Self.fields(again.page) + [("title", "另一场"), ("heldOn", "2026-05-01"), ("kind", "event")]).status
                    == 303)
        }
    }

    @Test func `an edit of what somebody else changed shows both and can then be saved`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let path = "/organizations/\(number)/edit"
            let mine = try await pages.get(path).page
            func typed(_ name: String) -> [(String, String)] {
                [
                    ("name", name), ("legalForm", "unincorporated"), ("area", "320613001"), ("contacts[0].kind", "telephone"),
                    ("contacts[0].value", "0513-00000000"), ("contacts[0].person", "王老师"),
                ]
            }
            let theirs = Self.fields(try await pages.get(path).page)
            #expect(try await pages.post(path, theirs + typed("城东老年合唱团")).status == 303)
            let stale = try await pages.post(path, Self.fields(mine) + typed("城东青年合唱团"), language: .english)
            #expect(stale.status == 412)
            #expect(stale.text.contains("“Name” is now on record as: 城东老年合唱团"))
            #expect(stale.page.all("input").first { $0.attributes["id"] == "field-name" }?.attributes["value"] == "城东青年合唱团")
            #expect(try await pages.post(path, Self.fields(stale.page) + typed("城东青年合唱团")).status == 303)
            let file = try await ShowOrganization(registry: pages.registry)(number, as: .localOperator)
            #expect(file.organization.particulars.name == "城东青年合唱团")
            #expect(file.contacts.map(\.person) == ["王*"])
        }
    }

    @Test func `an edit loses nothing that the form does not show`() async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let path = "/organizations/\(register.number)/edit"
            let before = try await ShowOrganization(registry: pages.registry)(register.number, as: .localOperator)
            let page = try await pages.get(path).page
            let shown = page.all("input").filter { $0.attributes["type"] != "hidden" }.map {
                ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "")
            }
            let areas = page.all("textarea").map { ($0.attributes["name"] ?? "", $0.text) }
            let chosen = page.elements.indices.filter {
                page.elements[$0].name == "option" && page.elements[$0].attributes["selected"] != nil
            }
            .compactMap { index -> (String, String)? in
                let select = page.elements[index].ancestors.last { page.elements[$0].name == "select" }
                return select.map { (page.elements[$0].attributes["name"] ?? "", page.elements[index].attributes["value"] ?? "") }
            }
            #expect(try await pages.post(path, Self.fields(page) + shown + areas + chosen).status == 303)
            let after = try await ShowOrganization(registry: pages.registry)(register.number, as: .localOperator)
            #expect(after.organization.particulars == before.organization.particulars)
            #expect(after.contacts == before.contacts && after.serviceAreas == before.serviceAreas)
            #expect(after.classifications == before.classifications && !after.classifications.isEmpty)
        }
    }

    @Test func `a new organization is looked over before it counts`() async throws {
        try await PagesUnderTest.run { pages in
            let form = try await pages.get("/organizations/new").page
            let typed = [
                ("name", "城东合唱团"), ("legalForm", "unincorporated"), ("area", "和平桥街道"), ("firstStep.status", "filed"),
                ("firstStep.since", "2024年1月15日"), ("serviceAreas", "和平桥街道\n320613001"),
            ]
            let check = try await pages.post("/organizations/new", Self.fields(form) + typed)
            #expect(check.status == 200)
            #expect(check.page.texts("dd").contains("2024年1月15日"))
            #expect(
                try await ListOrganizations(registry: pages.registry)(OrganizationFilter(), page: PageRequest(), as: .localOperator).items
                    .isEmpty)
            let back = try await pages.post("/organizations/new", Self.fields(check.page) + [("again", "yes")])
            #expect(back.page.all("input").first { $0.attributes["id"] == "field-name" }?.attributes["value"] == "城东合唱团")
            let done = try await pages.post("/organizations/new", Self.fields(check.page))
            #expect(done.status == 303)
            let list = try await ListOrganizations(registry: pages.registry)(OrganizationFilter(), page: PageRequest(), as: .localOperator)
                .items
            #expect(list.map(\.particulars.area.text) == ["320613002"])
        }
    }

    @Test func `what a rule refuses stands at the field that it is about`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let path = "/organizations/\(number)/edit"
            let hidden = Self.fields(try await pages.get(path).page)
            let typed = [("name", "城东合唱团"), ("legalForm", "unincorporated"), ("area", "320612"), ("creditCode", "52320613MJ0123456L")]
            let answer = try await pages.post(path, hidden + typed, language: .english)
            #expect(answer.status == 422)
            #expect(answer.page.all("a").contains { $0.attributes["href"] == "#field-creditCode" })
            let moved = try await pages.post(path, hidden + typed.dropLast(), language: .english)
            #expect(moved.page.all("a").contains { $0.attributes["href"] == "#field-area" && $0.text.contains("does not lie in district") })
        }
    }

    @Test func `a form from another site is not taken`() async throws {
        try await PagesUnderTest.run { pages in
            let number = try await pages.record("城东合唱团")
            let path = "/organizations/\(number)/activities/new"
            let sent = Self.fields(try await pages.get(path).page) + [("title", "五一汇演"), ("heldOn", "2026-05-01"), ("kind", "event")]
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for from in ["cross-site", "same-site", "none"] {
                #expect(try await pages.post(path, sent, headers: [site: from]).status == 403)
            }
            #expect(try await pages.post(path, sent, headers: [.contentType: "text/plain"]).status == 415)
            let list = try await ListActivities(registry: pages.registry)(number, page: PageRequest(), as: .localOperator)
            #expect(list.items.isEmpty)
        }
    }

    @Test(arguments: ["2024-03-05", "2024/3/5", "2024.3.5", "20240305", "2024年3月5日", "２０２４－０３－０５"])
    func `days are read as people write them`(text: String) {
        #expect(Day(written: text)?.iso == "2024-03-05")
    }

    @Test(arguments: ["2024-02-30", "24-3-5", "5.3.2024", "", "heute", "2024-03", "99999999999999999999-1-1"])
    func `what is no day is none`(text: String) {
        #expect(Day(written: text) == nil)
    }
}
