import Access
import Incubation
import Values
import Workflow

/// What waits for whoever looks: items with a deadline, and moves that need their word.
struct WaitingForCallerView: Encodable, Sendable {
    let pending: [PendingRowView]
    let hasPending: Bool
    let all: String
    let hasMore: Bool
    let decisions: [WaitingDecisionRowView]
    let hasDecisions: Bool
    let allDecisions: String

    init(
        _ found: OwnPending?, _ decisions: Page<WaitingDecision>?, _ places: [AreaCode: AreaInPlace], today: Day, _ visit: Visit
    ) {
        let lines = found?.lines ?? []
        pending = lines.map { PendingRowView($0, places, today: today, visit.w) }
        hasPending = !pending.isEmpty
        hasMore = found?.hasMore ?? false
        all = PendingPages.path
        // What is told above as waiting for the reader is not told again.
        let told = Set(lines.filter { PendingKind.ofMoves.contains($0.item.kind) }.map(\.item.number.organization))
        self.decisions = decisions?.items.filter { !told.contains($0.organization) }.map { WaitingDecisionRowView($0, visit.w) } ?? []
        hasDecisions = !self.decisions.isEmpty
        allDecisions = WaitingDecisionPages.path
    }
}
