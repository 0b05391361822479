import Incubation
import Values
import Workflow

/// What waits, the most overdue first.
struct PendingListView: PageView {
    static let template = "pending"

    struct Results: Encodable, Sendable {
        let count: String
        let isEmpty: Bool
        let pending: [PendingRowView]
        let paging: PagingView
    }

    let title: String
    let area: AreaFieldView
    let roles: [OptionView]
    let standings: [OptionView]
    let filter: FilterView
    let results: Results?

    init(
        _ filter: PendingFilter, _ choice: AreaChoice, _ found: Page<PendingLine>?, _ places: [AreaCode: AreaInPlace], today: Day,
        _ visit: Visit
    ) {
        let (w, words) = (visit.w, Catalogue.pending)
        title = w(words.title)
        area = AreaFieldView(choice, typed: visit.query.text("area"), visit)
        roles = OptionView.all(ResponsibleRole.self, chosen: filter.role, first: Catalogue.terms.any, w, words: \.words)
        standings = OptionView.all(DeadlineStanding.self, chosen: filter.standing, first: Catalogue.terms.any, w, words: \.words)
        self.filter = FilterView(
            PendingPages.path,
            [(Catalogue.directory.area, area.chosen), (words.role, roles.chosen), (words.standing, standings.chosen)],
            isWrong: !choice.isClear, w)
        results = found.map { page in
            Results(
                count: w(Catalogue.flagged.shown(page.items.count, more: page.next != nil)), isEmpty: page.items.isEmpty,
                pending: page.items.map { PendingRowView($0, places, today: today, w) }, paging: PagingView(next: page.next, visit))
        }
    }
}
