import Access
import Appraisal
import HTTPSupport
import HTTPTypes
import Hummingbird
import Values
import Workflow

/// Versions of the rules, from their proposal to their activation by somebody else.
///
/// | Method    | Path                                | Use case                                                |
/// |-----------|-------------------------------------|---------------------------------------------------------|
/// | GET       | `/rubric-versions`                  | `ListRubrics`                                           |
/// | GET, POST | `/rubric-versions/new`              | `CheckRubric`, `ProposeRubric`                          |
/// | GET       | `/rubric-versions/{name}`           | `ListRubrics`; `ShowRubricTrial`                        |
/// | POST      | `/rubric-versions/{name}/trials`    | `TrialRubric`                                           |
/// | GET, POST | `/rubric-versions/{name}/activation` | `ActivateRubric`                                       |
/// | GET       | `/rubric-trials/{trial}`            | `ShowRubricTrial`; `ShowRubric`                         |
struct RubricWorkPages: PageSet {
    let registry: Registry
    static let path = "/rubric-versions"
    static let newPath = "/rubric-versions/new"
    static let trialPath = "/rubric-trials"
    private static let pageSize = 40

    static func address(ofVersion hash: String) -> String { "\(path)/\(hash)" }

    static func address(ofTrial number: Int64) -> String { "\(trialPath)/\(number)" }

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.listRubrics)) { visit in
            let found = try await ListRubrics(registry: registry)(as: visit.caller)
            return try visit.answer(RubricVersionsView(found, visit), in: .rules)
        }
        routes.page(Self.newPath, .act(.proposeRubric)) { visit in try visit.answer(RubricProposalView(visit.w), in: .rules) }
        routes.on(Self.newPath, method: .post, for: .act(.proposeRubric), whenSessionIsLost: routes.lostSession) { request, context in
            try await take(Visit(request, context))
        }
        routes.page("\(Self.path)/{name}", .reading(.listRubrics), show)
        routes.on("\(Self.path)/{name}/trials", method: .post, for: .act(.trialRubric)) { request, context in
            let visit = Visit(request, context)
            let entry = try await version(visit).entry
            let made = try await TrialRubric(registry: registry)(entry.hash, as: visit.caller)
            return visit.redirect(to: "\(Self.address(ofTrial: made.trial))?done=\(Act.trialRubric.rawValue)")
        }
        routes.page("\(Self.trialPath)/{trial}", .reading(.showRubricTrial), trial)
        routes.page("\(Self.path)/{name}/activation", .act(.activateRubric)) { visit in
            let entry = try await version(visit).entry
            return try Self.activation(of: entry).answer(visit, FormFields(pairs: [("trial", visit.query.typed("trial"))]))
        }
        routes.on(
            "\(Self.path)/{name}/activation", method: .post, for: .act(.activateRubric), whenSessionIsLost: routes.lostSession
        ) { request, context in
            try await activate(Visit(request, context))
        }
    }

    private func version(_ visit: Visit) async throws -> (entry: RubricEntry, rubric: NamedRubric) {
        try await ListRubrics(registry: registry)(visit.key("name"), as: visit.caller)
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let found = try await version(visit)
        let inForce = try await ShowRubric(registry: registry).inForce(as: visit.caller)
        let trials = try await permitted { try await ShowRubricTrial(registry: registry).all(of: found.entry.hash, as: visit.caller) }
        let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
        return try visit.answer(
            RubricVersionView(found.entry, found.rubric, inForce, trials ?? [], visit), in: .rules,
            notice: done.map { visit.w(Catalogue.forms.done($0)) })
    }

    @Sendable private func trial(_ visit: Visit) async throws -> Response {
        guard let number = Int64(visit.key("trial")), number > 0 else { throw Refusal.notFound(.rubricTrial, visit.key("trial")) }
        let found = try await ShowRubricTrial(registry: registry)(number, page: try visit.page(size: Self.pageSize), as: visit.caller)
        let tried = try await ListRubrics(registry: registry)(found.trial.rubricHash, as: visit.caller)
        let inForce = try await ShowRubric(registry: registry).inForce(as: visit.caller)
        let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
        return try visit.answer(
            RubricTrialView(
                found.trial, found.page, tried.entry, tried.rubric.rubric, isBesideInForce: found.trial.besideHash == inForce.hash, visit),
            in: .rules, notice: done.map { visit.w(Catalogue.forms.done($0)) })
    }

    /// Checks a file, and hands it in when its sender says so.
    private func take(_ visit: Visit) async throws -> Response {
        if let typed = try await visit.request.fieldsWithoutFile() {
            guard let file = typed.text(KeptForm.file) else { return try visit.answer(RubricProposalView(visit.w), in: .rules) }
            return try sendBack(visit.w(Catalogue.signIn.chooseAgain(file)), visit, status: .ok)
        }
        let form: MultipartForm
        do {
            form = try await visit.request.multipartForm()
        } catch RequestFault.bodyTooLarge {
            return try sendBack(visit.w(Catalogue.imports.tooLarge(Request.largestUploadInMegabytes)), visit)
        }
        guard let file = form.file("file"), !file.content.isEmpty else {
            return try sendBack(visit.w(Catalogue.forms.missing(Catalogue.rubricWork.file)), visit)
        }
        let rubric: NamedRubric
        do {
            rubric = try await CheckRubric(registry: registry)(try NamedRubric(json: file.content).document, as: visit.caller)
        } catch let refusal as Refusal {
            guard case .rubricInvalid = refusal else { throw refusal }
            return try sendBack(refusal.pageWords(visit.w), visit)
        }
        guard form.text("do") == "propose" else {
            let inForce = try await ShowRubric(registry: registry).inForce(as: visit.caller)
            return try visit.answer(RubricProposalView(visit.w, sound: rubric, beside: inForce), in: .rules)
        }
        let kept = try await ProposeRubric(registry: registry)(rubric, as: visit.caller)
        return visit.redirect(to: "\(Self.address(ofVersion: kept.hash))?done=\(Act.proposeRubric.rawValue)")
    }

    private func sendBack(_ words: String, _ visit: Visit, status: HTTPResponse.Status = .unprocessableContent) throws -> Response {
        let view = RubricProposalView(visit.w, fault: FieldFault(field: "file", words: words))
        return try visit.answer(view, in: .rules, status: status)
    }

    private static func activation(of entry: RubricEntry) -> AccountForm {
        let words = Catalogue.rubricWork
        return AccountForm(
            path: "\(address(ofVersion: entry.hash))/activation", title: words.activate, lead: words.activateLead,
            fields: [
                FormField(name: "trial", label: words.trial, kind: .count),
                FormField(name: "reason", label: words.reason, kind: .paragraph, longest: 2000),
            ], submit: words.activate, back: .page(entry.title, address(ofVersion: entry.hash)))
    }

    private func activate(_ visit: Visit) async throws -> Response {
        let entry = try await version(visit).entry
        return try await Self.activation(of: entry).take(visit, registry, reading: Self.readActivation) { typed, _ in
            _ = try await ActivateRubric(registry: registry)(entry.hash, trial: Int64(typed.trial), reason: typed.reason, as: visit.caller)
            return visit.redirect(to: "\(Self.address(ofVersion: entry.hash))?done=\(Act.activateRubric.rawValue)")
        }
    }

    private static func readActivation(_ reader: inout FormReader) async throws -> RubricActivation? {
        let (trial, reason) = (reader.count("trial"), reader.text("reason"))
        guard let trial, let reason else { return nil }
        return RubricActivation(trial: trial, reason: reason)
    }
}

/// What an activation rests on, and why.
private struct RubricActivation: Sendable {
    let trial: Int32
    let reason: String
}
