import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                                                  | Use case         |
/// |--------|-------------------------------------------------------|------------------|
/// | GET    | `/organizations/{number}/people`                      | `ListPeople`     |
/// | POST   | `/organizations/{number}/people/disclosures`          | `DisclosePeople` |
/// | GET    | `/organizations/{number}/people/{person}`             | `ShowPerson`     |
/// | POST   | `/organizations/{number}/people/{person}/erasure`     | `ErasePerson`    |
/// | POST   | `/organizations/{number}/people/{person}/restriction` | `RestrictPerson` |
/// | POST   | `/organizations/{number}/people/{person}/release`     | `ReleasePerson`  |
/// | POST   | `/people/disclosures`                                 | `DisclosePeople` |
struct PeopleRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.organizationAPI(.get, "/people", .reading(.listPeople)) { request, context, number in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            let people = try await ListPeople(registry: registry)(.organization(number), page: page, as: context.caller)
            return .page(people, for: request)
        }
        router.organizationAPI(.get, "/people/{person}", .reading(.listPeople)) { request, context, number in
            .value(try await ShowPerson(registry: registry)(context.person(), of: number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/people/disclosures", .act(.viewPeople), view)
        router.api(.post, "/people/disclosures", .act(.exportPeople), export)
        router.organizationAPI(.post, "/people/{person}/erasure", .act(.erasePerson)) { request, context, number in
            let person = try context.person()
            let basis: ErasureBasis = try await request.object { (fields) throws(Refusal) in try fields.value("basis", .code) }
            return try await request.once(as: context.caller) {
                try await ErasePerson(registry: registry)(person, of: number, on: basis, as: $0)
            } answering: { erasure in
                .json { json in erasure.write(to: &json) }
            }
        }
        router.organizationAPI(.post, "/people/{person}/restriction", .act(.restrictPerson)) { request, context, number in
            let person = try context.person()
            let (basis, until) = try await request.object { (fields) throws(Refusal) -> (RestrictionBasis, Day?) in
                (try fields.value("basis", .code), try fields.optional("until", .day))
            }
            return try await request.once(as: context.caller) {
                try await RestrictPerson(registry: registry)(person, of: number, on: basis, until: until, as: $0)
            } answering: { file in
                .json { json in file.write(to: &json) }
            }
        }
        router.organizationAPI(.post, "/people/{person}/release", .act(.releasePerson)) { request, context, number in
            let person = try context.person()
            try await request.object { (_) throws(Refusal) in }
            return try await request.once(as: context.caller) {
                try await ReleasePerson(registry: registry)(person, of: number, as: $0)
            } answering: { file in
                .json { json in file.write(to: &json) }
            }
        }
    }

    /// Each time is a disclosure of its own, so an `Idempotency-Key` is not asked for: the answer would have to be kept, and holds names.
    @Sendable private func view(_ request: Request, _ context: ServiceContext, _ number: OrganizationNumber) async throws -> Response {
        let (purpose, note, person) = try await request.object { (fields) throws(Refusal) -> (DisclosurePurpose, String?, Int64?) in
            (
                try fields.value("purpose", .code), try fields.optional("note", .text(longest: 200)),
                try fields.optional("person", .integer(1...Int64.max))
            )
        }
        let people = try await DisclosePeople(registry: registry)(
            .organization(number), person: person, for: purpose, note: note, as: context.caller)
        return .disclosed(people)
    }

    @Sendable private func export(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (district, purpose, note) = try await request.object { (fields) throws(Refusal) -> (District, DisclosurePurpose, String?) in
            (
                try fields.value("district", .district), try fields.value("purpose", .code),
                try fields.optional("note", .text(longest: 200))
            )
        }
        return .disclosed(
            try await DisclosePeople(registry: registry)(.district(district), for: purpose, note: note, as: context.caller))
    }
}

extension ServiceContext {
    /// The person that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such person.
    func person() throws(Refusal) -> Int64 {
        let text = key("person")
        guard let person = Int64(text), person > 0 else { throw .notFound(.person, text) }
        return person
    }
}

extension FieldKind where Value == District {
    /// A county-level code of six digits.
    static var district: FieldKind {
        FieldKind(expected: BilingualText(zh: "六位县级区划代码", en: "a county-level area code of six digits")) { value in
            if case .string(let text) = value { District(code: text) } else { nil }
        }
    }
}

extension Response {
    /// People, unmasked: never kept by a cache on the way.
    fileprivate static func disclosed(_ people: [PersonFile]) -> Response {
        .json(headers: [.cacheControl: "no-store"]) { json in json.object { $0.members("items", people) } }
    }
}
