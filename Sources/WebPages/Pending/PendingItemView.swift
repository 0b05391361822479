import Access
import Incubation
import Values
import Workflow

/// Something that waits: for whom, until when, by which rule, and what became of it.
struct PendingItemView: PageView {
    static let template = "pending-item"

    struct Step: Encodable, Sendable {
        let moment: String
        let momentISO: String
        let what: String
        let detail: String
    }

    struct Job: Encodable, Sendable {
        let label: String
        let address: String
        /// The button's look.
        let look: String
    }

    let title: String
    let number: String
    let chips: [ChipView]
    let back: LinkView
    let facts: [FactView]
    let ruleFacts: [FactView]
    let rule: String
    let steps: [Step]
    /// Where it is done: the reader's own word first, where it waits for one.
    let jobs: [Job]
    let handOver: String?

    /// - Parameter standing: how the reader stands to the case, for a move that waits for a word.
    init(_ file: PendingFile, _ standing: Standing?, _ places: [AreaCode: AreaInPlace], today: Day, _ visit: Visit) {
        let (w, words, item) = (visit.w, Catalogue.pending, file.item)
        title = w(item.kind.words)
        number = item.number.description
        chips = [ChipView(item.state, w)] + (file.line.standing.map { [ChipView($0, w)] } ?? [])
        let organization = OrganizationPages.address(of: item.number.organization)
        back = LinkView(label: file.line.organizationName, address: organization)
        let isWaiting = item.state.isWaiting
        let place =
            switch item.kind {
            case .incubationReply, .moveReview, .moveDecision:
                LinkView(label: w(words.toTheCase), address: organization + CasePages.path)
            default: LinkView(label: w(words.toTheFile), address: "\(organization)#incubation")
            }
        let word = isWaiting ? standing.flatMap { Self.word(item.kind, $0, organization, visit) } : nil
        jobs =
            [word.map { Job(label: $0.label, address: $0.address, look: "button") }].compactMap(\.self)
            + [Job(label: place.label, address: place.address, look: word == nil ? "button" : "button button-quiet")]
        facts = [
            FactView(label: w(words.owner), value: w(item.owner, places)),
            FactView(
                label: w(words.due),
                value: isWaiting ? "\(w(item.days.dueOn)) · \(w.distance(from: today, to: item.days.dueOn))" : w(item.days.dueOn)),
            FactView(label: w(words.since), value: w(item.days.startsOn)), FactView(label: w(words.remind), value: w(item.days.remindOn)),
            FactView(
                label: w(words.escalate), value: w(words.escalation(w(item.days.escalateOn), file.rule.escalatesTo.words[w.language]))),
        ]
        ruleFacts = DeadlineRuleView(file.rule, places, w).facts
        rule = PendingPages.address(of: file.rule)
        steps = file.history.reversed().map { step in
            let detail = [w(step.owner, places), step.reason].compactMap(\.self).joined(separator: " · ")
            return Step(moment: w(step.at), momentISO: step.at.rfc3339, what: w(step.what.words), detail: detail)
        }
        handOver = isWaiting && visit.mayDo(.act(.reassignPending)) ? PendingPages.address(of: item.number) + "/hand-over" : nil
    }

    /// The form for the word that the reader has to say.
    private static func word(_ kind: PendingKind, _ standing: Standing, _ organization: String, _ visit: Visit) -> LinkView? {
        switch kind {
        case .moveReview where visit.mayDo(.act(.reviewMove)) && standing.isFree(for: .review):
            LinkView(label: visit.w(Catalogue.decisions.review), address: organization + ReviewForm().path)
        case .moveDecision where visit.mayDo(.act(.decideMove)) && standing.isFree(for: .approve):
            LinkView(label: visit.w(Catalogue.decisions.decide), address: organization + DecideForm().path)
        default: nil
        }
    }
}
