import Access
import Appraisal
import HTTPSupport
import HTTPTypes
import Hummingbird
import Incubation
import Values
import Workflow

/// Several flags that were ticked in a list: what is to be done, then what would happen to each, then what did.
///
/// | Method | Path            | Use case                                                              |
/// |--------|-----------------|-----------------------------------------------------------------------|
/// | GET    | `/flag-batches` | `HandleFlags`: the form                                               |
/// | POST   | `/flag-batches` | `HandleFlags`: its preview, and the acts when what it says is confirmed |
struct FlagBatchPages: PageSet {
    let registry: Registry
    static let path = "/flag-batches"
    /// The name of ticked flags in lists and forms.
    static let item = "item"

    /// A flag as forms carry it.
    static func value(_ organization: OrganizationNumber, _ code: String) -> String { "\(organization)/\(code)" }

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .act(.assignFlag)) { visit in
            let own = visit.caller.account.map { [(name: "owner", value: String($0.rawValue))] } ?? []
            let fields = FormFields(pairs: own + [(name: "act", value: FlagBatchWork.assign.rawValue)] + visit.query.ticked)
            return try answer(try await form(fields, visit).state([], visit.w), visit)
        }
        routes.on(Self.path, method: .post, for: .act(.assignFlag), whenSessionIsLost: routes.lostSession) { request, context in
            try await take(try await request.formFields(), Visit(request, context))
        }
    }

    private func form(_ fields: FormFields, _ visit: Visit) async throws -> FlagBatchForm {
        FlagBatchForm(fields, people: try await PeopleToChoose(in: registry, as: visit.caller))
    }

    private func answer(_ state: FormState, _ visit: Visit, status: HTTPResponse.Status = .ok) throws -> Response {
        try visit.answer(FormView(state, visit.w), in: .flagged, status: status)
    }

    private func take(_ fields: FormFields, _ visit: Visit) async throws -> Response {
        let form = try await form(fields, visit)
        var reader = FormReader(fields, form.groups, registry, as: visit.caller, visit.w)
        let act = form.read(&reader)
        if fields.text("again") != nil { return try answer(form.state([], visit.w), visit) }
        guard let act, !form.chosen.isEmpty else {
            return try answer(form.state(reader.faults, visit.w), visit, status: .unprocessableContent)
        }
        let batch = HandleFlags(registry: registry)
        do {
            if fields.text("checked") == nil {
                return try await show(try await batch.preview(form.chosen, act, as: visit.caller), form, act, isDone: false, visit)
            }
            let content = Array("POST \(Self.path)\n".utf8) + fields.content
            let key = WriteRequest(key: fields.text("key") ?? FormKey.make(), content: content) { _ in [] }
            return try await show(try await batch(form.chosen, act, as: visit.caller.by(key)), form, act, isDone: true, visit)
        } catch let refusal as Refusal where refusal.isDecision {
            if case .notPermitted = refusal { throw refusal }
            reader.take(refusal)
            return try answer(form.state(reader.faults, visit.w), visit, status: refusal.sort.status)
        }
    }

    private func show(
        _ outcomes: [FlagOutcome], _ form: FlagBatchForm, _ act: HandledFlag.Act, isDone: Bool, _ visit: Visit
    ) async throws -> Response {
        let named = try await visit.naming(outcomes.map(\.owner) + [form.owner], in: registry)
        let rubric = try await ShowRubric(registry: registry).inForce(as: visit.caller).rubric
        return try named.answer(FlagBatchView(outcomes, form, rubric, isDone: isDone, named.w), in: .flagged)
    }
}

/// What can be done to several flags at once.
enum FlagBatchWork: String, CaseIterable {
    case assign, escalate

    var words: BilingualText {
        switch self {
        case .assign: Catalogue.flags.take
        case .escalate: Catalogue.flags.escalate
        }
    }
}

extension FormFields {
    /// The flags that were ticked.
    fileprivate var ticked: [(name: String, value: String)] { pairs.filter { $0.name == FlagBatchPages.item } }
}

/// What is asked about several flags.
struct FlagBatchForm: Sendable {
    let fields: FormFields
    let groups: [FormGroup]

    init(_ fields: FormFields, people: PeopleToChoose) {
        self.fields = fields
        groups = [
            FormGroup(fields: [
                FormField(
                    name: "act", label: Catalogue.flags.batchWork,
                    kind: .choice(FlagBatchWork.allCases.map { FormOption(value: $0.rawValue, words: $0.words) })),
                people.field("owner", Catalogue.flags.owner),
                FormField(name: "due", label: Catalogue.flags.due, kind: .day),
                FormField(name: "note", label: Catalogue.flags.batchReason, kind: .paragraph, isOptional: true, longest: 4000),
            ])
        ]
    }

    /// The flags, with their versions where a preview gave them; what is none is passed over.
    var chosen: [ChosenFlag] {
        var seen: Set<String> = []
        return fields.all(FlagBatchPages.item).compactMap { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard (2...3).contains(parts.count), let number = OrganizationNumber(parts[0]), !parts[1].isEmpty,
                seen.insert("\(number)/\(parts[1])").inserted
            else { return nil }
            return ChosenFlag(organization: number, code: parts[1], version: parts.count == 3 ? Int64(parts[2]) : nil)
        }
    }

    /// Whom the flags would go to, as records have them; nil for nobody yet.
    var owner: String? { fields.text("owner").map { "account-\($0)" } }

    func read(_ reader: inout FormReader) -> HandledFlag.Act? {
        let work = reader.code("act", FlagBatchWork.self)
        let (owner, due, note) = (reader.count("owner").map { "account-\($0)" }, reader.day("due"), reader.text("note"))
        guard let work, let owner, let due else { return nil }
        switch work {
        case .assign: return .assign(owner: owner, due: due, rule: "by-hand")
        case .escalate:
            guard let note else {
                reader.take(Refusal.missing(field: "note"))
                return nil
            }
            return .escalate(owner: owner, due: due, rule: "by-hand", note: note)
        }
    }

    func state(_ faults: [FieldFault], _ w: Words) -> FormState {
        let flags = chosen.map { (name: FlagBatchPages.item, value: FlagBatchPages.value($0.organization, $0.code)) }
        let words = Catalogue.flags
        return FormState(
            title: words.batch, back: LinkView(label: w(words.all), address: FlagPages.path),
            lead: flags.isEmpty ? words.batchNone : Catalogue.forms.joined(words.chosen(flags.count), words.batchLead),
            action: FlagBatchPages.path, groups: groups, fields: fields, hidden: [("key", FormKey.make())] + flags, faults: faults,
            submit: Catalogue.forms.toCheck)
    }
}

/// What will become of several flags, or what became of them.
struct FlagBatchView: PageView {
    static let template = "flag-batch"

    struct Row: Encodable, Sendable {
        let organization: String
        let organizationAddress: String
        let flag: String
        let owner: String
        let outcome: ChipView
        let reason: String?
    }

    let title: String
    let back: LinkView
    let summary: String
    let answers: [FactView]
    let outcomeHeading: String
    let rows: [Row]
    let action: String
    /// What the confirmation carries; empty where nothing can be done.
    let hidden: [FormView.Hidden]
    let canConfirm: Bool
    let isPreview: Bool

    init(_ outcomes: [FlagOutcome], _ form: FlagBatchForm, _ rubric: Rubric, isDone: Bool, _ w: Words) {
        let words = Catalogue.flags
        title = w(isDone ? words.batchDone : words.batchCheck)
        back = LinkView(label: w(words.all), address: FlagPages.path)
        let possible = outcomes.filter { $0.refusal == nil }
        summary = w(isDone ? words.batchResult(possible.count, of: outcomes.count) : words.batchCount(possible.count, of: outcomes.count))
        outcomeHeading = w(isDone ? words.became : words.outcome)
        answers = [
            FactView(
                label: w(words.batchWork), value: form.fields.text("act").flatMap(FlagBatchWork.init).map { w($0.words) } ?? "–"),
            FactView(label: w(words.owner), value: form.owner.map { w(person: $0) } ?? "–"),
            FactView(label: w(words.due), value: form.fields.text("due").flatMap { Day(written: $0) }.map { w($0) } ?? "–"),
        ]
        rows = outcomes.map { Row($0, rubric, isDone: isDone, w) }
        action = FlagBatchPages.path
        isPreview = !isDone
        canConfirm = !isDone && !possible.isEmpty
        let typed = ["key", "act", "owner", "due", "note"].map { FormView.Hidden(name: $0, value: form.fields.typed($0)) }
        hidden =
            typed
            + possible.map { outcome in
                let value = FlagBatchPages.value(outcome.flag.organization, outcome.flag.code)
                return FormView.Hidden(name: FlagBatchPages.item, value: "\(value)/\(outcome.flag.version ?? 0)")
            }
    }
}

extension FlagBatchView.Row {
    fileprivate init(_ outcome: FlagOutcome, _ rubric: Rubric, isDone: Bool, _ w: Words) {
        let words = Catalogue.flags
        organization = outcome.name.map { w($0) } ?? outcome.flag.organization.description
        organizationAddress = FlagPages.address(of: outcome.flag.organization)
        flag = rubric.flags.first { $0.code == outcome.flag.code }.map { w($0.name) } ?? outcome.flag.code
        owner = outcome.owner.map { w(person: $0) } ?? w(words.nobody)
        let isFine = outcome.refusal == nil
        self.outcome = ChipView(
            tone: isFine ? "good" : "bad",
            label: w(isDone ? (isFine ? words.done : words.notDone) : (isFine ? words.possible : words.impossible)))
        reason = outcome.refusal.map { w($0.words.detail) }
    }
}
