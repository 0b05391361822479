import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path         | Use case               |
/// |--------|--------------|------------------------|
/// | GET    | `/decisions` | `ListWaitingDecisions` |
struct WaitingDecisionPages: PageSet {
    let registry: Registry
    static let path = "/decisions"
    private static let pageSize = 50

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.listDecisions)) { visit in
            let found = try await ListWaitingDecisions(registry: registry)(
                in: nil, page: try visit.page(size: Self.pageSize), as: visit.caller)
            return try visit.answer(WaitingDecisionsView(found, visit), in: .pending)
        }
    }
}

/// The moves that wait for a review or for the authority's word.
struct WaitingDecisionsView: PageView {
    static let template = "decisions"

    let title: String
    let count: String
    let isEmpty: Bool
    let decisions: [WaitingDecisionRowView]
    let paging: PagingView

    init(_ found: Page<WaitingDecision>, _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.decisions.waiting)
        count = w(Catalogue.flagged.shown(found.items.count, more: found.next != nil))
        isEmpty = found.items.isEmpty
        decisions = found.items.map { WaitingDecisionRowView($0, w) }
        paging = PagingView(next: found.next, visit)
    }
}

/// A move that waits, as a row of a list.
struct WaitingDecisionRowView: Encodable, Sendable {
    let organization: String
    let number: String
    let address: String
    let move: String
    let next: ChipView
    let day: String
    let dayISO: String

    init(_ decision: WaitingDecision, _ w: Words) {
        organization = decision.organizationName
        number = decision.organization.description
        address = CasePages.address(of: decision.organization)
        move = w(Catalogue.decisions.moves(decision.from.words, decision.to.words))
        next = ChipView(tone: "watch", label: w(decision.next.words))
        (day, dayISO) = (w(decision.recommendedOn), decision.recommendedOn.iso)
    }
}
