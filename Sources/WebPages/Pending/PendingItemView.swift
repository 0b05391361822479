import Access
import Incubation
import Values
import Workflow

/// Something that waits: for whom, until when, by which rule, and what became of it.
struct PendingItemView: PageView {
    static let template = "pending-item"

    struct Step: Sendable {
        let moment: String
        let momentISO: String
        let what: String
        let detail: String
    }

    let title: String
    let number: String
    let chips: [ChipView]
    let back: LinkView
    let facts: [FactView]
    let ruleFacts: [FactView]
    let rule: String
    let steps: [Step]
    /// Where it is done.
    let job: LinkView
    let handOver: String?

    init(_ file: PendingFile, _ places: [AreaCode: AreaInPlace], today: Day, _ visit: Visit) {
        let (w, words, item) = (visit.w, Catalogue.pending, file.item)
        title = w(item.kind.words)
        number = item.number.description
        chips = [ChipView(item.state, w)] + (file.line.standing.map { [ChipView($0, w)] } ?? [])
        let organization = OrganizationPages.address(of: item.number.organization)
        back = LinkView(label: file.line.organizationName, address: organization)
        job =
            switch item.kind {
            case .incubationReply, .moveReview, .moveDecision:
                LinkView(label: w(words.toTheCase), address: organization + CasePages.path)
            default: LinkView(label: w(words.toTheFile), address: "\(organization)#incubation")
            }
        let isWaiting = item.state.isWaiting
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
}
