import Access
import Incubation
import Values
import Workflow

/// The file of a case: where it is, what may be done, what was decided by whom and why.
struct CaseView: PageView {
    static let template = "case"

    struct Step: Encodable, Sendable {
        let stage: ChipView
        let day: String
        let dayISO: String
        let reason: String?
    }

    let title: String
    let back: LinkView
    let chips: [ChipView]
    let hasCase: Bool
    let jobs: [LinkView]
    /// Why the reader has nothing to do here though their role might.
    let note: String?
    let pending: [PendingRowView]
    let hasPending: Bool
    let decisions: [DecisionView]
    let hasDecisions: Bool
    let steps: [Step]
    let mentors: [FactView]
    let hasMentors: Bool
    let process: String
    let documents: String

    init(_ dossier: CaseDossier, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.decisions)
        title = w(words.caseTitle)
        let number = dossier.organization.number
        back = LinkView(label: w.name(dossier.organization.particulars).main, address: OrganizationPages.address(of: number))
        chips = dossier.incubationCase.map { [ChipView($0.stage, w)] } ?? []
        hasCase = dossier.incubationCase != nil
        jobs = dossier.jobs(visit)
        note = dossier.note(w)
        pending = dossier.pending.map { PendingRowView($0, dossier.places, today: dossier.today, w) }
        hasPending = !pending.isEmpty
        decisions = dossier.decisions.map { DecisionView($0, w) }
        hasDecisions = !decisions.isEmpty
        steps = (dossier.incubationCase?.history ?? []).reversed().map { step in
            Step(stage: ChipView(step.stage, w), day: w(step.enteredOn), dayISO: step.enteredOn.iso, reason: step.reason)
        }
        mentors = dossier.mentors.map { mentor in
            FactView(
                label: mentor.mentorName ?? w(Catalogue.terms.nameNotShown),
                value: "\(w(mentor.from)) – \(mentor.until.map { w($0) } ?? w(words.untilNow))")
        }
        hasMentors = !mentors.isEmpty
        process = ProcessPages.path
        documents = DocumentPages.address(of: number)
    }
}

extension CaseDossier {
    /// What the reader can do now, the next word first. Where exactly they may, the use case asks again.
    func jobs(_ visit: Visit) -> [LinkView] {
        let (words, address) = (Catalogue.decisions, CasePages.address(of: organization.number))
        func job(_ act: Act, _ label: BilingualText, _ path: String, if isDue: Bool) -> LinkView? {
            isDue && visit.mayDo(.act(act)) ? LinkView(label: visit.w(label), address: address + path) : nil
        }
        guard incubationCase != nil else {
            return [job(.openCase, Catalogue.organization.openCase, "/new", if: true)].compactMap(\.self)
        }
        let last = decisions.first
        let isPending = last?.state.isPending == true
        let (duty, hasInterest) = (standing?.duty, standing?.hasInterest)
        func isDue(_ duty: Incubation.Duty) -> Bool { isPending && standing?.isFree(for: duty) == true }
        let steps = moves.first { $0.to == last?.stage }?.steps ?? 0
        let isReviewed = last?.state == .reviewed || steps < 3
        let wordsDue = [
            job(.reviewMove, words.review, "/review", if: isDue(.review) && last?.state == .recommended),
            job(.decideMove, words.decide, "/approval", if: isDue(.approve) && isReviewed),
        ].compactMap(\.self)
        // The form for a word asks for the declaration; alone it is made by whoever has a word to say later.
        let isLater = wordsDue.isEmpty && isDue(.approve) && hasInterest == nil && visit.mayDo(.act(.decideMove))
        let others = [
            job(.declareInterest, words.declare, "/declarations/new", if: isLater),
            job(
                .recommendMove, words.recommend, "/decisions/new",
                if: !isPending && hasInterest != true && (duty == nil || duty == .recommend) && moves.contains { $0.steps > 0 }),
            job(.advanceCase, Catalogue.organization.advance, "/steps/new", if: !isPending && moves.contains { $0.steps == 0 }),
            visit.mayDo(.act(.assignMentor))
                ? LinkView(
                    label: visit.w(Catalogue.forms.mentor), address: OrganizationPages.address(of: organization.number) + "/mentors/new")
                : nil,
        ].compactMap(\.self)
        return wordsDue + others
    }

    /// Why the reader has nothing to do here though their role might, and who has instead.
    fileprivate func note(_ w: Words) -> String? {
        guard standing?.hasInterest == true else { return nil }
        let waiting = pending.first { PendingKind.ofMoves.contains($0.item.kind) }
        return w(waiting.map { Catalogue.decisions.withdrawnTo(w($0.item.owner, places)) } ?? Catalogue.decisions.withdrawn)
    }
}

/// A move that took several people, with what each said.
struct DecisionView: Encodable, Sendable {
    struct Word: Encodable, Sendable {
        let duty: String
        let verdict: ChipView?
        let by: String
        let day: String
        let reason: String
    }

    let title: String
    let state: ChipView
    let words: [Word]
    init(_ decision: CaseDecision, _ w: Words) {
        let catalogue = Catalogue.decisions
        title = w(catalogue.moveTo(Int(decision.number), decision.stage.words))
        state = ChipView(decision.state, w)
        func word(_ duty: Incubation.Duty, _ word: CaseDecision.Word?, _ verdict: ChipView?) -> Word? {
            word.map { Word(duty: w(duty.words), verdict: verdict, by: w(person: $0.by), day: w($0.on), reason: $0.reason) }
        }
        let review = decision.isEndorsed.map {
            $0 ? ChipView(tone: "good", label: w(catalogue.endorsed)) : ChipView(tone: "watch", label: w(catalogue.notEndorsed))
        }
        words = [
            word(.recommend, decision.recommendation, nil), word(.review, decision.review, review),
            word(
                .approve, decision.decision, decision.state == .approved || decision.state == .returned ? ChipView(decision.state, w) : nil),
        ].compactMap(\.self)
    }
}

extension Words {
    /// Somebody as records have them: by name where the reader may know it, else by a number.
    func callAsFunction(person name: String) -> String {
        if let known = names[name] {
            return known.role.map { self(Catalogue.audit.named(known.displayName, $0.words)) } ?? known.displayName
        }
        return switch name {
        case "local-operator": self(Catalogue.audit.localOperator)
        case "visitor": self(Catalogue.audit.visitor)
        case _ where name.hasPrefix("account-"): self(Catalogue.audit.account(String(name.dropFirst(8))))
        default: name
        }
    }
}

extension ChipView {
    init(_ state: CaseDecision.State, _ w: Words) {
        let tone =
            switch state {
            case .recommended, .reviewed: "watch"
            case .approved: "good"
            case .returned: "bad"
            }
        self.init(tone: tone, label: w(state.words))
    }
}

extension CaseDecision {
    /// Who said something, as records have them.
    var people: [String?] { [recommendation.by, review?.by, decision?.by] }
}

extension CaseDecision.State {
    var words: BilingualText {
        switch self {
        case .recommended: Catalogue.decisions.recommended
        case .reviewed: Catalogue.decisions.reviewed
        case .approved: Catalogue.decisions.approved
        case .returned: Catalogue.decisions.returned
        }
    }
}
