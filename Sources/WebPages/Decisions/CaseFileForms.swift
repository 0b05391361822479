import Access
import Incubation
import Values
import Workflow

private let labels = Catalogue.fields

/// Whether somebody has an interest in the organization. Said once, before reviewing or approving.
struct InterestForm: RecordForm {
    let act = Act.declareInterest
    let path = "/case/declarations/new"
    let title = Catalogue.decisions.declare
    let lead: BilingualText? = Catalogue.decisions.declareLead
    let anchor = "decisions"
    let landingPath = CasePages.path
    let isChecked = true

    func matter(_ visit: FormVisit) async throws -> DecisionView? { try await visit.waitingMove() }

    func groups(_: FormVisit) -> [FormGroup] {
        [FormGroup(fields: [FormField(name: "hasInterest", label: labels.hasInterest, kind: .yesNo, hint: labels.hasInterestHint)])]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Bool? { reader.yesNo("hasInterest") }

    func record(_ hasInterest: Bool, _ visit: FormVisit, as caller: Caller) async throws -> Standing {
        try await DeclareInterest(registry: visit.registry)(visit.organization(), hasInterest: hasInterest, as: caller)
    }
}

/// A move that takes several people, put forward.
struct RecommendForm: RecordForm {
    let act = Act.recommendMove
    let path = "/case/decisions/new"
    let title = Catalogue.decisions.recommend
    let lead: BilingualText? = Catalogue.decisions.waitingLead
    let anchor = "decisions"
    let landingPath = CasePages.path
    let isChecked = true

    struct Content: Sendable {
        let to: CaseStage
        let reason: String
        let version: Int64
    }

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let moves = try await visit.moves().filter { $0.steps > 0 }
        return [
            FormGroup(fields: [
                FormField(
                    name: "to", label: labels.to, kind: .choice(moves.map { FormOption(value: $0.to.rawValue, words: $0.to.words) })),
                FormField(name: "reason", label: labels.reason, kind: .paragraph, hint: labels.reasonHint, longest: 2000),
            ])
        ]
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let found = try await ShowCase(registry: visit.registry)(visit.organization(), as: visit.caller)
        return FormBeginning(hidden: [("version", String(found.version))])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Content? {
        let (to, reason) = (reader.code("to", CaseStage.self), reader.text("reason"))
        guard let to, let reason, let version = Int64(reader.fields.typed("version")) else { return nil }
        return Content(to: to, reason: reason, version: version)
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> CaseDecision {
        try await RecommendMove(registry: visit.registry)(
            visit.organization(), to: content.to, reason: content.reason, version: content.version, as: caller)
    }
}

extension FormVisit {
    /// The move that waits for a word, with what was said of it; nil when none does.
    func waitingMove() async throws -> DecisionView? {
        let number = try organization()
        let decisions = try await permitted { try await ListDecisions(registry: registry)(number, as: caller) }
        guard let move = decisions?.first, move.state.isPending else { return nil }
        return DecisionView(move, try await visit.naming(move.people, of: number, in: registry).w)
    }

    /// The moves that the process allows from where the case is.
    func moves() async throws -> [ProcessMove] {
        let found = try await ShowCase(registry: registry)(organization(), as: caller)
        return try await ShowProcess(registry: registry)(as: caller).filter { $0.from == found.stage }
    }
}
