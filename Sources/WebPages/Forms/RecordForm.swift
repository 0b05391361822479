import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Incubation
import Values
import Workflow

/// What a form is about, and by whom it is filled in.
struct FormVisit: Sendable {
    let visit: Visit
    let registry: Registry
    /// nil for what has no number yet.
    let number: OrganizationNumber?
    /// What was sent; nil where the form is only opened.
    var sent: FormFields?

    var caller: Caller { visit.caller }
    var w: Words { visit.w }

    /// The organization, for forms that only exist below one.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func organization() throws(Refusal) -> OrganizationNumber {
        guard let number else { throw .notFound(.organization, "") }
        return number
    }
}

/// A form that records something: opened at its address, checked, sent, and answered by leading to where the record stands.
protocol RecordForm: Sendable {
    associatedtype Content: Sendable
    associatedtype Outcome: Sendable

    init()
    var act: Act { get }
    /// Below the organization's page, or in full for what has no number yet.
    var path: String { get }
    var isBelowOrganization: Bool { get }
    var title: BilingualText { get }
    var lead: BilingualText? { get }
    /// Whether the answers are looked over before they count.
    var isChecked: Bool { get }
    /// The part of that page that shows the record.
    var anchor: String { get }
    /// The page below the organization's that its sender is led to; empty for the organization's own.
    var landingPath: String { get }
    /// The same, where it depends on what was recorded.
    func landingPath(_ outcome: Outcome) -> String
    /// The part of the site that the form belongs to.
    var part: SitePart? { get }

    /// What the form's word is on, shown above it and where the answers are looked over.
    func matter(_ visit: FormVisit) async throws -> DecisionView?
    func groups(_ visit: FormVisit) async throws -> [FormGroup]
    /// What stands in the form before anything is typed; hidden fields too.
    func beginning(_ visit: FormVisit) async throws -> FormBeginning
    func read(_ reader: inout FormReader, _ visit: FormVisit) async throws -> Content?
    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> Outcome
    /// What of the answers counts, told where they are looked over.
    func check(_ content: Content) -> FormCheck
    /// What was done, as the page behind says it.
    func done(_ outcome: Outcome) -> Act
    /// The way back from the form.
    func back(_ visit: FormVisit) async throws -> LinkView
    /// The page that the sender is led to; the organization's, or one below it, unless the form says otherwise.
    func address(after outcome: Outcome, _ visit: FormVisit) throws -> String
    /// What that page is told besides, by the names of parameters.
    func remarks(_ outcome: Outcome) -> [(name: String, value: String)]
    /// The organization whose page the sender is led to.
    func landing(_ outcome: Outcome, _ visit: FormVisit) throws -> OrganizationNumber
}

/// What stands in a form before anything is typed.
struct FormBeginning: Sendable {
    var values: [(name: String, value: String)] = []
    /// Carried along unseen, such as the version that was read.
    var hidden: [(name: String, value: String)] = []
}

/// What of a form's answers counts, where not all of them do.
struct FormCheck: Sendable {
    var remark: BilingualText?
    /// The fields that are not asked any more. What was typed there is carried along, in case the answers are changed.
    var passedOver: Set<String> = []
}

extension RecordForm {
    var isBelowOrganization: Bool { true }
    var lead: BilingualText? { nil }
    var isChecked: Bool { false }
    var landingPath: String { "" }

    func matter(_: FormVisit) async throws -> DecisionView? { nil }

    func beginning(_: FormVisit) async throws -> FormBeginning { FormBeginning() }

    var part: SitePart? { .organizations }

    func landingPath(_: Outcome) -> String { landingPath }

    func check(_: Content) -> FormCheck { FormCheck() }

    func done(_: Outcome) -> Act { act }

    func remarks(_: Outcome) -> [(name: String, value: String)] { [] }

    func address(after outcome: Outcome, _ visit: FormVisit) throws -> String {
        OrganizationPages.address(of: try landing(outcome, visit)) + landingPath(outcome)
    }

    func back(_ visit: FormVisit) async throws -> LinkView {
        guard let number = visit.number else {
            return LinkView(label: visit.w(Catalogue.frame.organizations), address: SitePart.organizations.path)
        }
        let file = try await ShowOrganization(registry: visit.registry)(number, as: visit.caller)
        return LinkView(label: visit.w.name(file.organization.particulars).main, address: OrganizationPages.address(of: number))
    }

    func landing(_: Outcome, _ visit: FormVisit) throws -> OrganizationNumber { try visit.organization() }
}

extension PermittedRoutes {
    /// Adds a form at its address, and what becomes of it when it is sent there.
    func form<Form: RecordForm>(_: Form.Type, _ registry: Registry) {
        let form = Form()
        let path = form.isBelowOrganization ? "/organizations/{number}\(form.path)" : form.path
        page(path, .act(form.act)) { visit in
            let formVisit = try form.visit(visit, registry)
            let beginning = try await form.beginning(formVisit)
            var state = try await form.state(formVisit, try await form.groups(formVisit), FormFields(pairs: beginning.values))
            state.hidden = [("key", FormKey.make())] + beginning.hidden
            return try visit.answer(FormView(state, visit.w), in: form.part)
        }
        on(path, method: .post, for: .act(form.act), whenSessionIsLost: lostSession) { request, context in
            return try await form.take(try await request.formFields(), Visit(request, context), registry)
        }
    }
}

extension RecordForm {
    fileprivate func visit(_ visit: Visit, _ registry: Registry, sent: FormFields? = nil) throws -> FormVisit {
        FormVisit(visit: visit, registry: registry, number: isBelowOrganization ? try visit.organization() : nil, sent: sent)
    }

    /// The form as it is shown, which takes reading what it is about.
    fileprivate func state(_ visit: FormVisit, _ groups: [FormGroup], _ fields: FormFields) async throws -> FormState {
        FormState(
            title: title, back: try await back(visit), lead: lead, matter: try await matter(visit), action: visit.visit.path,
            groups: groups, fields: fields, hidden: [], submit: isChecked ? Catalogue.forms.toCheck : Catalogue.forms.save)
    }

    /// The same for one that was sent, with everything that it carried along.
    ///
    /// - Parameter asked: what it asked when it was sent, where that is more.
    private func sentState(
        _ visit: FormVisit, _ groups: [FormGroup], asked: [FormGroup] = [], _ fields: FormFields
    ) async throws -> FormState {
        var state = try await state(visit, groups, fields)
        let shown = Set((groups + asked).flatMap(\.fields).map(\.name))
        state.hidden = fields.pairs.filter { !shown.contains($0.name) && $0.name != "checked" && $0.name != "again" }
        return state
    }

    /// Takes in a form that was sent: sends it back with what is wrong, shows it to be looked over, or records it and leads on.
    fileprivate func take(_ fields: FormFields, _ visit: Visit, _ registry: Registry) async throws -> Response {
        let formVisit = try self.visit(visit, registry, sent: fields)
        let groups = try await groups(formVisit)
        var reader = FormReader(fields, groups, registry, as: visit.caller, visit.w)
        let read = try await self.read(&reader, formVisit)
        guard let read, reader.faults.isEmpty, !fields.typed("key").isEmpty else {
            var state = try await sentState(formVisit, groups, fields)
            state.faults = reader.faults
            return try sendBack(state, visit, .unprocessableContent)
        }
        if fields.text("again") != nil {
            return try visit.answer(FormView(try await sentState(formVisit, groups, fields), visit.w), in: part)
        }
        if isChecked, fields.text("checked") == nil {
            var state = try await sentState(formVisit, groups, fields)
            state.hidden.append(("checked", "yes"))
            state.check = check(read)
            return try visit.answer(CheckView(state, visit.w), in: part)
        }
        do {
            return try await waitingForItself {
                try await visit.request.once(key: fields.typed("key"), content: fields.content, as: visit.caller) {
                    try await record(read, formVisit, as: $0)
                } answering: {
                    let told = [(name: "done", value: done($0).rawValue)] + remarks($0)
                    return visit.redirect(to: "\(PageAddress.of(try address(after: $0, formVisit), told))#\(anchor)")
                }
            }
        } catch let refusal as Refusal where refusal.isDecision {
            if case .notPermitted = refusal { throw refusal }
            // What the refusal tells may have changed what there is to ask.
            let nowAsked = try await self.groups(try self.visit(visit, registry))
            var state = try await sentState(formVisit, nowAsked, asked: groups, fields)
            if refusal == .idempotencyKeyReused { state.hidden = state.hidden.map { $0.name == "key" ? ("key", FormKey.make()) : $0 } }
            reader.take(refusal)
            state.faults = reader.faults
            return try sendBack(try await renewed(state, after: refusal, formVisit), visit, refusal.sort.status)
        }
    }

    private func sendBack(_ state: FormState, _ visit: Visit, _ status: HTTPResponse.Status) throws -> Response {
        try visit.answer(FormView(state, visit.w), in: part, status: status)
    }

    /// After somebody else's edit: the new version to be carried, and what stands there now beside what was typed.
    private func renewed(_ state: FormState, after refusal: Refusal, _ visit: FormVisit) async throws -> FormState {
        guard case .versionStale = refusal else { return state }
        var state = state
        let now = try await beginning(visit)
        let newest = FormFields(pairs: now.values)
        for (name, value) in now.hidden { state.hidden = state.hidden.map { $0.name == name ? (name, value) : $0 } }
        // A form that begins empty has nothing there to be compared with.
        if now.values.isEmpty { return state }
        for field in state.groups.flatMap(\.fields) where newest.all(field.name) != state.fields.all(field.name) {
            let there = newest.all(field.name).joined(separator: visit.w(Catalogue.frame.listMark))
            state.faults.append(FieldFault(field: field.id, words: visit.w(Catalogue.forms.nowThere(field.label, there))))
        }
        return state
    }

    /// A second press of the button waits for the first one's answer, and gets it.
    private func waitingForItself(_ body: () async throws -> Response) async throws -> Response {
        for _ in 1...8 {
            do {
                return try await body()
            } catch Refusal.requestRunning {
                try await Task.sleep(for: .milliseconds(300))
            }
        }
        return try await body()
    }
}

/// The key by which a form takes effect once, made with the form.
enum FormKey {
    static func make() -> String {
        (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined(separator: "-")
    }
}
