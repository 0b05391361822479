import Access
import Incubation
import Values
import Workflow

/// An organization's own file, for its people: where the case is, whose turn it is, what is missing, what came back and what stands out.
struct MemberHomeView: PageView {
    static let template = "home-member"

    struct Missing: Encodable, Sendable {
        let element: String
        let gaps: [String]
        let forms: [LinkView]
    }

    /// A move that was sent back, and why.
    struct Returned: Encodable, Sendable {
        let move: String
        let day: String
        let reason: String
    }

    let title: String
    let otherName: String?
    let number: String
    let chips: [ChipView]
    let file: String
    let incubation: IncubationBoxView
    let turn: String?
    let pending: [PendingRowView]
    let hasPending: Bool
    let returned: Returned?
    let missing: [Missing]
    let hasMissing: Bool
    let assessment: AssessmentBoxView?
    let others: [LinkView]
    let hasOthers: Bool

    init(_ dossier: OrganizationDossier, _ visit: Visit) {
        let w = visit.w
        let view = OrganizationView(dossier, visit)
        let own = dossier.file.organization.number
        (title, otherName, number, chips) = (view.title, view.otherName, view.number, view.chips)
        file = OrganizationPages.address(of: own)
        (incubation, assessment) = (view.incubation, view.assessment)
        turn = dossier.turn(w)
        (pending, hasPending) = (view.pending, view.hasPending)
        returned = dossier.returned(w)
        missing = view.elements.filter { !$0.isWhole }.map {
            Missing(element: $0.name, gaps: $0.missing.isEmpty ? [w(Catalogue.organization.absent)] : $0.missing, forms: $0.forms)
        }
        hasMissing = !missing.isEmpty
        others = visit.caller.ownOrganizations.filter { $0 != own }.map {
            LinkView(label: $0.description, address: PageAddress.of(SitePart.home.path, [("organization", $0.description)]))
        }
        hasOthers = !others.isEmpty
    }
}

extension OrganizationDossier {
    /// Whose turn it is in the case and until when.
    fileprivate func turn(_ w: Words) -> String? {
        let words = Catalogue.home
        if let first = pending.first { return w(words.turnUntil(w(first.item.owner, places), w(first.item.days.dueOn))) }
        if let last = decisions.first, last.state.isPending { return w(words.decisionWaits(w(last.recommendation.on))) }
        return incubationCase?.stage.worker.map { w(words.turn($0.words)) }
    }

    /// The newest move, where it was sent back.
    fileprivate func returned(_ w: Words) -> MemberHomeView.Returned? {
        guard let last = decisions.first, last.state == .returned, let word = last.decision else { return nil }
        return MemberHomeView.Returned(move: w(last.stage.words), day: w(word.on), reason: word.reason)
    }
}
