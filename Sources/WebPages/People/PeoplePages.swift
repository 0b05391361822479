import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// All below `/organizations/{number}/people`; the forms by GET and POST.
///
/// | Path                    | Use case         |
/// |-------------------------|------------------|
/// | `` by GET               | `ListPeople`     |
/// | `/{person}` by GET      | `ShowPerson`     |
/// | `/disclosures`          | `DisclosePeople` |
/// | `/{person}/restriction` | `RestrictPerson` |
/// | `/{person}/release`     | `ReleasePerson`  |
/// | `/{person}/erasure`     | `ErasePerson`    |
struct PeoplePages: PageSet {
    let registry: Registry
    /// Below an organization's page.
    static let path = "/people"
    private static let pageSize = 100

    static func address(of number: OrganizationNumber) -> String { OrganizationPages.address(of: number) + path }

    static func address(of person: Int64, of number: OrganizationNumber) -> String { "\(address(of: number))/\(person)" }

    func add(to routes: PermittedRoutes) {
        routes.organizationPage(Self.path, .reading(.listPeople)) { visit, number in
            let organization = try await ShowOrganization(registry: registry)(number, as: visit.caller).organization
            let found = try await ListPeople(registry: registry)(
                .organization(number), page: try visit.page(size: Self.pageSize), as: visit.caller)
            return try visit.answer(PeopleView(organization, found, visit), in: .organizations)
        }
        routes.organizationPage(Self.path + "/{person}", .reading(.listPeople)) { visit, number in
            let organization = try await ShowOrganization(registry: registry)(number, as: visit.caller).organization
            let file = try await ShowPerson(registry: registry)(try visit.person(), of: number, as: visit.caller)
            return try visit.answer(PersonView(organization, file, visit), in: .organizations, notice: visit.noticeOfPerson)
        }
        routes.organizationPage(DisclosureForm.path, .act(.viewPeople)) { visit, number in
            try await DisclosureForm(registry: registry, number: number).open(visit)
        }
        routes.on(
            "/organizations/{number}\(DisclosureForm.path)", method: .post, for: .act(.viewPeople), whenSessionIsLost: routes.lostSession
        ) { request, context in
            let visit = Visit(request, context)
            return try await DisclosureForm(registry: registry, number: try visit.organization()).take(visit)
        }
        routes.form(RestrictPersonForm.self, registry)
        routes.form(ReleasePersonForm.self, registry)
        routes.form(ErasePersonForm.self, registry)
    }
}

extension Visit {
    /// The person that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such person.
    func person() throws(Refusal) -> Int64 {
        let text = key("person")
        guard let person = Int64(text), person > 0 else { throw .notFound(.person, text) }
        return person
    }

    /// What was just done to a person; after an erasure with the texts that have to be looked at.
    fileprivate var noticeOfPerson: String? {
        guard let done = query.text("done").flatMap({ Act(rawValue: $0) }) else { return nil }
        guard let mentions = query.text("mentions").flatMap({ Int32($0) }), mentions > 0 else { return w(Catalogue.forms.done(done)) }
        return w(Catalogue.forms.joined(Catalogue.forms.done(done), Catalogue.people.mentions(mentions)))
    }
}
