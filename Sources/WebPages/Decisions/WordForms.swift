import Access
import Incubation
import Values
import Workflow

private let labels = Catalogue.fields

/// A form in which somebody says their word on a recommended move.
///
/// Whoever has not said so before is first asked whether they have an interest, and one submission then does both. An interest ends it there:
/// only the declaration is recorded, and what waits goes back to the role that it is for.
protocol WordForm: RecordForm where Content == SaidOnMove, Outcome == any WordOutcome {
    var label: BilingualText { get }
    var yes: BilingualText { get }
    var no: BilingualText { get }

    func say(_ word: WordOnMove, _ visit: FormVisit, as caller: Caller) async throws -> CaseDecision
}

/// What somebody said who was asked for a word.
enum SaidOnMove: Sendable {
    /// They have an interest.
    case withdrawal
    case word(WordOnMove)
}

/// A word on a recommended move: yes or no, and why.
struct WordOnMove: Sendable {
    let isYes: Bool
    let reason: String
    let version: Int64
    /// Whether it is said with it that there is no interest.
    let isDeclaring: Bool
}

/// What comes of a form for a word: a standing of a declaration alone, and else the decision.
protocol WordOutcome: Sendable {
    var isWithdrawal: Bool { get }
}

extension Standing: WordOutcome {
    var isWithdrawal: Bool { true }
}

extension CaseDecision: WordOutcome {
    var isWithdrawal: Bool { false }
}

/// The names of the fields.
private enum WordField {
    static let interest = "hasInterest"
    static let word = "word"
    static let reason = "reason"
}

extension WordForm {
    var anchor: String { "decisions" }
    var landingPath: String { CasePages.path }
    var isChecked: Bool { true }

    func matter(_ visit: FormVisit) async throws -> DecisionView? { try await visit.waitingMove() }

    /// Back to the case, by the name of the organization: nothing else on the page says which one it is.
    func back(_ visit: FormVisit) async throws -> LinkView {
        let number = try visit.organization()
        let file = try await ShowOrganization(registry: visit.registry)(number, as: visit.caller)
        return LinkView(label: visit.w.name(file.organization.particulars).main, address: CasePages.address(of: number))
    }

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let word = [
            FormField(
                name: WordField.word, label: label,
                kind: .choice([FormOption(value: "yes", words: yes), FormOption(value: "no", words: no)])),
            FormField(name: WordField.reason, label: labels.reason, kind: .paragraph, hint: labels.reasonHint, longest: 2000),
        ]
        guard try await asksForDeclaration(visit) else { return [FormGroup(fields: word)] }
        let words = Catalogue.decisions
        let interest = FormField(
            name: WordField.interest, label: words.interest,
            kind: .choice([FormOption(value: "no", words: words.noInterest), FormOption(value: "yes", words: words.someInterest)]),
            hint: words.interestHint)
        return [FormGroup(legend: words.declareFirst, fields: [interest]), FormGroup(legend: words.thenTheWord, fields: word)]
    }

    /// Of a form that was sent the form itself tells, also when its declaration has taken effect meanwhile by a first press of the button.
    private func asksForDeclaration(_ visit: FormVisit) async throws -> Bool {
        if let sent = visit.sent { return !sent.all(WordField.interest).isEmpty }
        let number = try visit.organization()
        let standing = try await permitted { try await ShowStanding(registry: visit.registry)(to: number, as: visit.caller) }
        return standing.map { $0.hasInterest == nil } ?? false
    }

    /// Carries the version of the decision that is looked at; 0 where there is none, which is then refused.
    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let decisions = try await ListDecisions(registry: visit.registry)(visit.organization(), as: visit.caller)
        return FormBeginning(hidden: [("version", String(decisions.first?.version ?? 0))])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> SaidOnMove? {
        let isDeclaring = !reader.fields.all(WordField.interest).isEmpty
        let hasInterest = isDeclaring ? reader.yesNo(WordField.interest) : nil
        if hasInterest == true { return .withdrawal }
        let (isYes, reason) = (reader.yesNo(WordField.word), reader.text(WordField.reason))
        guard let isYes, let reason, let version = Int64(reader.fields.typed("version")) else { return nil }
        return .word(WordOnMove(isYes: isYes, reason: reason, version: version, isDeclaring: isDeclaring))
    }

    func check(_ said: SaidOnMove) -> FormCheck {
        guard case .withdrawal = said else { return FormCheck() }
        return FormCheck(remark: Catalogue.decisions.onlyDeclared, passedOver: [WordField.word, WordField.reason])
    }

    func record(_ said: SaidOnMove, _ visit: FormVisit, as caller: Caller) async throws -> any WordOutcome {
        switch said {
        case .withdrawal: try await DeclareInterest(registry: visit.registry)(visit.organization(), hasInterest: true, as: caller)
        case .word(let word): try await say(word, visit, as: caller)
        }
    }

    func done(_ outcome: any WordOutcome) -> Act { outcome.isWithdrawal ? .declareInterest : act }
}

/// A reviewer's word.
struct ReviewForm: WordForm {
    let act = Act.reviewMove
    let path = "/case/review"
    let title = Catalogue.decisions.review
    let lead: BilingualText? = Catalogue.decisions.waitingLead
    let label = labels.reviewWord
    let yes = Catalogue.decisions.endorsed
    let no = Catalogue.decisions.notEndorsed

    func say(_ word: WordOnMove, _ visit: FormVisit, as caller: Caller) async throws -> CaseDecision {
        try await ReviewMove(registry: visit.registry)(
            visit.organization(), isEndorsed: word.isYes, reason: word.reason, version: word.version,
            declaringNoInterest: word.isDeclaring, as: caller)
    }
}

/// The authority's word, with which the move is made or sent back.
struct DecideForm: WordForm {
    let act = Act.decideMove
    let path = "/case/approval"
    let title = Catalogue.decisions.decide
    let lead: BilingualText? = Catalogue.decisions.decideLead
    let label = labels.decisionWord
    let yes = Catalogue.decisions.approve
    let no = Catalogue.decisions.sendBack

    func say(_ word: WordOnMove, _ visit: FormVisit, as caller: Caller) async throws -> CaseDecision {
        try await DecideMove(registry: visit.registry)(
            visit.organization(), isApproved: word.isYes, reason: word.reason, version: word.version,
            declaringNoInterest: word.isDeclaring, as: caller)
    }
}

extension Standing {
    /// Whether the person can do a duty, if need be with a declaration.
    func isFree(for duty: Incubation.Duty) -> Bool { hasInterest != true && (self.duty ?? duty) == duty }
}
