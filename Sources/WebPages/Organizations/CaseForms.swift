import Access
import Incubation
import Values
import Workflow

private let labels = Catalogue.fields

/// The opening of a case.
struct OpenCaseForm: RecordForm {
    let act = Act.openCase
    let path = "/case/new"
    let title = Catalogue.forms.openCase
    let anchor = "incubation"

    struct Content: Sendable {
        let on: Day
        let reason: String?
    }

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "on", label: labels.caseOn, kind: .day),
                FormField(name: "reason", label: labels.reason, kind: .paragraph, hint: labels.reasonHint, isOptional: true, longest: 2000),
            ])
        ]
    }

    func beginning(_ visit: FormVisit) -> FormBeginning { FormBeginning(values: [("on", visit.registry.today.iso)]) }

    func read(_ reader: inout FormReader, _: FormVisit) -> Content? {
        let (on, reason) = (reader.day("on"), reader.text("reason"))
        return on.map { Content(on: $0, reason: reason) }
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> IncubationCase {
        try await OpenCase(registry: visit.registry)(visit.organization(), on: content.on, reason: content.reason, as: caller)
    }
}

/// A step of a case. What happens to an organization is looked over before it counts.
struct CaseStepForm: RecordForm {
    let act = Act.advanceCase
    let path = "/case/steps/new"
    let title = Catalogue.forms.advanceCase
    let anchor = "incubation"
    let isChecked = true

    struct Content: Sendable {
        let to: CaseStage
        let on: Day
        let reason: String?
        let version: Int64
    }

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let found = try await ShowCase(registry: visit.registry)(visit.organization(), as: visit.caller)
        let moves = try await ShowProcess(registry: visit.registry)(as: visit.caller).filter { $0.from == found.stage && $0.steps == 0 }
        return [
            FormGroup(fields: [
                FormField(
                    name: "to", label: labels.to, kind: .choice(moves.map { FormOption(value: $0.to.rawValue, words: $0.to.words) })),
                FormField(name: "on", label: labels.caseOn, kind: .day),
                FormField(name: "reason", label: labels.reason, kind: .paragraph, hint: labels.reasonHint, isOptional: true, longest: 2000),
            ])
        ]
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let found = try await ShowCase(registry: visit.registry)(visit.organization(), as: visit.caller)
        return FormBeginning(values: [("on", visit.registry.today.iso)], hidden: [("version", String(found.version))])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Content? {
        let (to, on, reason) = (reader.code("to", CaseStage.self), reader.day("on"), reader.text("reason"))
        guard let to, let on, let version = Int64(reader.fields.typed("version")) else { return nil }
        return Content(to: to, on: on, reason: reason, version: version)
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> IncubationCase {
        try await AdvanceCase(registry: visit.registry)(
            visit.organization(), to: content.to, on: content.on, reason: content.reason, version: content.version, as: caller)
    }
}

/// A step of the legal history.
struct LegalStatusForm: RecordForm {
    let act = Act.recordLegalStatus
    let path = "/legal-status/new"
    let title = Catalogue.forms.legalStatus
    let anchor = "timeline"
    let isChecked = true

    struct Content: Sendable {
        let step: LegalStatusStep
        let version: Int64
    }

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let file = try await ShowOrganization(registry: visit.registry)(visit.organization(), as: visit.caller)
        let next = LegalStatus.allCases.filter { file.organization.legalStatus.successors.contains($0) }
        return [FormGroup(fields: LegalStatusFields.all(among: next, below: ""))]
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let file = try await ShowOrganization(registry: visit.registry)(visit.organization(), as: visit.caller)
        return FormBeginning(hidden: [("version", String(file.organization.version))])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Content? {
        guard let step = LegalStatusFields.read(&reader, below: ""), let version = Int64(reader.fields.typed("version")) else { return nil }
        return Content(step: step, version: version)
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> OrganizationFile {
        try await RecordLegalStatus(registry: visit.registry)(
            visit.organization(), version: content.version, step: content.step, as: caller)
    }
}

/// The fields of a step in the legal history.
enum LegalStatusFields {
    /// - Parameter prefix: what stands before each name, such as `firstStep.`.
    static func all(among statuses: [LegalStatus], below prefix: String) -> [FormField] {
        [
            FormField(
                name: prefix + "status", label: labels.status,
                kind: .choice(statuses.map { FormOption(value: $0.rawValue, words: $0.words) })),
            FormField(name: prefix + "since", label: labels.since, kind: .day),
            FormField(name: prefix + "office", label: labels.office, kind: .text, isOptional: true),
            FormField(name: prefix + "documentNumber", label: labels.documentNumber, kind: .text, isOptional: true, longest: 100),
        ]
    }

    static func read(_ reader: inout FormReader, below prefix: String) -> LegalStatusStep? {
        let (status, since) = (reader.code(prefix + "status", LegalStatus.self), reader.day(prefix + "since"))
        let (office, document) = (reader.text(prefix + "office"), reader.text(prefix + "documentNumber"))
        guard let status, let since else { return nil }
        return LegalStatusStep(status: status, since: since, office: office, documentNumber: document)
    }
}
