import Access
import Incubation
import Values
import Workflow

private let labels = Catalogue.fields

/// The fields that a new organization and an edit share.
enum OrganizationFields {
    /// How many contacts a form has room for at least.
    static let fewestContacts = 3
    private static let mostContacts = 50

    /// - Parameter contacts: for how many contacts there is room.
    static func groups(contacts: Int = fewestContacts) -> [FormGroup] {
        [
            FormGroup(
                legend: labels.particulars,
                fields: [
                    FormField(name: "name", label: labels.name, kind: .text),
                    FormField(name: "englishName", label: labels.englishName, kind: .text, isOptional: true),
                    FormField(
                        name: "category", label: labels.category, kind: .choice(FormOption.all(OrganizationCategory.self, \.words)),
                        isOptional: true),
                    FormField(name: "legalForm", label: labels.legalForm, kind: .choice(FormOption.all(LegalForm.self, \.words))),
                    FormField(name: "area", label: labels.area, kind: .area, hint: labels.areaHint, longest: 100),
                    FormField(name: "serviceAreas", label: labels.serviceAreas, kind: .areas, isOptional: true, longest: 2000),
                    FormField(name: "foundedOn", label: labels.foundedOn, kind: .day, isOptional: true),
                ]),
            FormGroup(
                legend: labels.identity,
                fields: [
                    FormField(
                        name: "creditCode", label: labels.creditCode, kind: .text, hint: labels.creditCodeHint, isOptional: true,
                        longest: 40),
                    FormField(
                        name: "creditCodeOverride", label: labels.override, kind: .text, hint: labels.overrideHint, isOptional: true),
                    FormField(name: "filingNumber", label: labels.filingNumber, kind: .text, isOptional: true, longest: 100),
                ]),
            FormGroup(legend: labels.contactsLegend, fields: (0..<min(contacts, mostContacts)).flatMap(contact)),
        ]
    }

    private static func contact(_ index: Int) -> [FormField] {
        let place = index + 1
        return [
            FormField(
                name: "contacts[\(index)].kind", label: labels.ordinal(labels.contactKind, place),
                kind: .choice(FormOption.all(ContactKind.self, \.words)), isOptional: true),
            FormField(
                name: "contacts[\(index)].value", label: labels.ordinal(labels.contactValue, place), kind: .text, isOptional: true),
            FormField(
                name: "contacts[\(index)].person", label: labels.ordinal(labels.contactPerson, place), kind: .text, isOptional: true),
        ]
    }

    /// Reads everything but the legal status.
    static func read(_ reader: inout FormReader) async throws -> OrganizationDraft? {
        let (name, english) = (reader.text("name"), reader.text("englishName"))
        let (category, form) = (reader.code("category", OrganizationCategory.self), reader.code("legalForm", LegalForm.self))
        let area = try await reader.area("area")
        let served = try await reader.areas("serviceAreas")
        let (founded, filing) = (reader.day("foundedOn"), reader.text("filingNumber"))
        let (code, override) = Self.code(&reader)
        let contacts = Self.contacts(&reader)
        guard let name, let form, let area else { return nil }
        return OrganizationDraft(
            particulars: OrganizationParticulars(
                name: name, englishName: english, category: category, legalForm: form, area: area, creditCode: code,
                creditCodeOverride: override, filingNumber: filing, foundedOn: founded),
            firstStep: LegalStatusStep(status: .idea, since: .earliest), serviceAreas: served,
            classifications: Self.classifications(reader.fields), contacts: contacts)
    }

    /// A code, and why it is taken although its check fails.
    private static func code(_ reader: inout FormReader) -> (UnifiedSocialCreditCode?, String?) {
        guard let written = reader.text("creditCode") else { return (nil, nil) }
        let reason = reader.text("creditCodeOverride")
        do throws(CreditCodeFault) {
            return (try UnifiedSocialCreditCode(written), nil)
        } catch {
            if reason != nil, error.expectedCheckCharacter != nil, let code = try? UnifiedSocialCreditCode(overridden: written) {
                return (code, reason)
            }
            reader.take(.creditCode(error, written: written))
            return (nil, nil)
        }
    }

    private static func contacts(_ reader: inout FormReader) -> [Contact] {
        (0..<mostContacts).compactMap { index in
            let name = "contacts[\(index)]"
            if reader.fields.text("\(name).value") == nil && reader.fields.text("\(name).person") == nil { return nil }
            let (kind, value) = (reader.code("\(name).kind", ContactKind.self), reader.text("\(name).value"))
            let person = reader.text("\(name).person")
            return Contact(kind: kind ?? .telephone, value: value ?? "", person: person)
        }
    }

    private static func classifications(_ fields: FormFields) -> [Classification] {
        fields.all("classification").compactMap { text in
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            return parts.count == 2 ? Classification(scheme: parts[0], code: parts[1]) : nil
        }
    }
}

/// A new organization. The organization itself may send an idea; a hub writes down what it knows.
struct NewOrganizationForm: RecordForm {
    let act = Act.createOrganization
    let path = "/organizations/new"
    let isBelowOrganization = false
    let title = Catalogue.forms.newOrganization
    let anchor = "next"
    let isChecked = true

    func groups(_: FormVisit) -> [FormGroup] {
        let statuses: [LegalStatus] = [.idea, .ledgered, .filed, .registered]
        let standing = FormGroup(legend: labels.standing, fields: LegalStatusFields.all(among: statuses, below: "firstStep."))
        let others = OrganizationFields.groups()
        return [others[0], standing] + others.dropFirst()
    }

    func read(_ reader: inout FormReader, _: FormVisit) async throws -> OrganizationDraft? {
        let draft = try await OrganizationFields.read(&reader)
        let step = LegalStatusFields.read(&reader, below: "firstStep.")
        guard var draft, let step else { return nil }
        draft.firstStep = step
        return draft
    }

    func record(_ content: OrganizationDraft, _ visit: FormVisit, as caller: Caller) async throws -> CreatedOrganization {
        try await CreateOrganization(registry: visit.registry)(content, as: caller)
    }

    func landing(_ outcome: CreatedOrganization, _: FormVisit) -> OrganizationNumber { outcome.file.organization.number }
}

/// An edit of an organization's particulars.
struct EditOrganizationForm: RecordForm {
    let act = Act.editOrganization
    let path = "/edit"
    let title = Catalogue.forms.editOrganization
    let anchor = "particulars"

    struct Content: Sendable {
        let draft: OrganizationDraft
        let version: Int64
    }

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let file = try await ShowOrganization(registry: visit.registry)(visit.organization(), as: visit.caller)
        return OrganizationFields.groups(contacts: max(OrganizationFields.fewestContacts, file.contacts.count + 1))
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let file = try await ShowOrganization(registry: visit.registry)(visit.organization(), as: visit.caller)
        let particulars = file.organization.particulars
        var values: [(name: String, value: String)] = [
            ("name", particulars.name), ("englishName", particulars.englishName ?? ""), ("category", particulars.category?.rawValue ?? ""),
            ("legalForm", particulars.legalForm.rawValue), ("area", particulars.area.text),
            ("serviceAreas", file.serviceAreas.map(\.text).joined(separator: "\n")), ("foundedOn", particulars.foundedOn?.iso ?? ""),
            ("creditCode", particulars.creditCode?.text ?? ""), ("creditCodeOverride", particulars.creditCodeOverride ?? ""),
            ("filingNumber", particulars.filingNumber ?? ""),
        ]
        for (index, contact) in file.contacts.enumerated() {
            values += [
                ("contacts[\(index)].kind", contact.kind.rawValue), ("contacts[\(index)].value", contact.value),
                ("contacts[\(index)].person", contact.person ?? ""),
            ]
        }
        let kept = file.classifications.map { (name: "classification", value: "\($0.scheme):\($0.code)") }
        return FormBeginning(values: values, hidden: [("version", String(file.organization.version))] + kept)
    }

    func read(_ reader: inout FormReader, _: FormVisit) async throws -> Content? {
        guard let draft = try await OrganizationFields.read(&reader), let version = Int64(reader.fields.typed("version")) else {
            return nil
        }
        return Content(draft: draft, version: version)
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> OrganizationFile {
        try await EditOrganization(registry: visit.registry)(
            visit.organization(), version: content.version, to: content.draft, as: caller)
    }
}
