import Access
import Incubation
import Values
import Workflow

private let words = Catalogue.people

/// What the forms about one person share.
protocol PersonForm: RecordForm {}

extension PersonForm {
    var anchor: String { "content" }

    func back(_ visit: FormVisit) throws -> LinkView {
        LinkView(label: visit.w(words.title), address: PeoplePages.address(of: try visit.organization()))
    }

    func address(after _: Outcome, _ visit: FormVisit) throws -> String {
        PeoplePages.address(of: try visit.visit.person(), of: try visit.organization())
    }
}

/// A person who is kept and shown to nobody.
struct RestrictPersonForm: PersonForm {
    let act = Act.restrictPerson
    let path = PeoplePages.path + "/{person}/restriction"
    let title = words.restrict
    let lead: BilingualText? = words.restrictLead
    let isChecked = true

    struct Content: Sendable {
        let basis: RestrictionBasis
        let until: Day?
    }

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "basis", label: words.basis, kind: .choice(FormOption.all(RestrictionBasis.self, \.words))),
                FormField(name: "until", label: words.until, kind: .day, hint: words.untilHint, isOptional: true),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Content? {
        let (basis, until) = (reader.code("basis", RestrictionBasis.self), reader.day("until"))
        return basis.map { Content(basis: $0, until: until) }
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> PersonFile {
        try await RestrictPerson(registry: visit.registry)(
            visit.visit.person(), of: visit.organization(), on: content.basis, until: content.until, as: caller)
    }
}

/// The end of a restriction.
struct ReleasePersonForm: PersonForm {
    let act = Act.releasePerson
    let path = PeoplePages.path + "/{person}/release"
    let title = words.release
    let lead: BilingualText? = words.releaseLead

    func groups(_: FormVisit) -> [FormGroup] { [] }

    func read(_ reader: inout FormReader, _: FormVisit) -> String? { reader.fields.typed("key") }

    func record(_: String, _ visit: FormVisit, as caller: Caller) async throws -> PersonFile {
        try await ReleasePerson(registry: visit.registry)(visit.visit.person(), of: visit.organization(), as: caller)
    }
}

/// A person who is forgotten for good.
struct ErasePersonForm: PersonForm {
    let act = Act.erasePerson
    let path = PeoplePages.path + "/{person}/erasure"
    let title = words.erase
    let lead: BilingualText? = words.eraseLead
    let isChecked = true

    func groups(_: FormVisit) -> [FormGroup] {
        [FormGroup(fields: [FormField(name: "basis", label: words.basis, kind: .choice(FormOption.all(ErasureBasis.self, \.words)))])]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> ErasureBasis? { reader.code("basis", ErasureBasis.self) }

    func record(_ basis: ErasureBasis, _ visit: FormVisit, as caller: Caller) async throws -> PersonErasure {
        try await ErasePerson(registry: visit.registry)(visit.visit.person(), of: visit.organization(), on: basis, as: caller)
    }

    func remarks(_ erasure: PersonErasure) -> [(name: String, value: String)] {
        erasure.mentions > 0 ? [("mentions", String(erasure.mentions))] : []
    }
}
