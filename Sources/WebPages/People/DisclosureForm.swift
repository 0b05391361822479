import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Incubation
import Values
import Workflow

/// People unmasked, for a stated purpose. Each time is a disclosure of its own, so the form carries no key: a kept answer would hold names.
struct DisclosureForm: Sendable {
    let registry: Registry
    let number: OrganizationNumber
    /// Below an organization's page.
    static let path = PeoplePages.path + "/disclosures"

    private static let groups = [
        FormGroup(fields: [
            FormField(
                name: "purpose", label: Catalogue.people.purpose, kind: .choice(FormOption.all(DisclosurePurpose.self, \.words)),
                hint: Catalogue.people.purposeHint),
            FormField(name: "note", label: Catalogue.people.note, kind: .text, hint: Catalogue.people.noteHint, isOptional: true),
        ])
    ]

    func open(_ visit: Visit) async throws -> Response {
        _ = try await ShowOrganization(registry: registry)(number, as: visit.caller)
        return try answer(visit, FormFields(), person: visit.query.text("person"))
    }

    /// Shows people, or sends the form back with what is wrong.
    func take(_ visit: Visit) async throws -> Response {
        let typed = try await visit.request.formFields()
        let written = typed.text("person")
        if typed.text("again") != nil { return try answer(visit, typed, person: written) }
        var reader = FormReader(typed, Self.groups, registry, as: visit.caller, visit.w)
        let (purpose, note) = (reader.code("purpose", DisclosurePurpose.self), reader.text("note"))
        guard let purpose, reader.faults.isEmpty else {
            return try answer(visit, typed, person: written, faults: reader.faults, status: .unprocessableContent)
        }
        let person = written.flatMap { Int64($0) }
        if let written, person == nil { throw Refusal.notFound(.person, written) }
        do {
            let people = try await DisclosePeople(registry: registry)(
                .organization(number), person: person, for: purpose, note: note, as: visit.caller)
            return try visit.answer(DisclosedPeopleView(people, number, purpose, visit.w), in: .organizations)
        } catch let refusal as Refusal where refusal.sort == .invalid {
            reader.take(refusal)
            return try answer(visit, typed, person: written, faults: reader.faults, status: refusal.sort.status)
        }
    }

    private func answer(
        _ visit: Visit, _ typed: FormFields, person: String?, faults: [FieldFault] = [], status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let state = FormState(
            title: Catalogue.people.disclose,
            back: LinkView(label: visit.w(Catalogue.people.title), address: PeoplePages.address(of: number)),
            lead: Catalogue.people.discloseLead, action: OrganizationPages.address(of: number) + Self.path, groups: Self.groups,
            fields: typed, hidden: person.map { [("person", $0)] } ?? [], faults: faults, submit: Catalogue.people.show)
        return try visit.answer(FormView(state, visit.w), in: .organizations, status: status)
    }
}

/// People as they are, for whoever said what for.
struct DisclosedPeopleView: PageView {
    static let template = "people-disclosed"

    let title: String
    let back: LinkView
    let purpose: String
    let rows: [PersonRowView]

    init(_ people: [PersonFile], _ number: OrganizationNumber, _ purpose: DisclosurePurpose, _ w: Words) {
        title = w(Catalogue.people.disclosed)
        back = LinkView(label: w(Catalogue.people.title), address: PeoplePages.address(of: number))
        self.purpose = w(Catalogue.people.recorded(purpose.words))
        rows = people.map { PersonRowView($0, w) }
    }
}
