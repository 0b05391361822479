import Access
import Values
import Workflow

/// What was done last where the reader watches over what is done, and the ways to look further.
struct AuditForCallerView: Encodable, Sendable {
    let rows: [AuditView.Row]
    let hasRows: Bool
    let all: String
    let ways: [LinkView]

    /// - Parameter district: nil for what belongs to no single one.
    init(_ found: Page<AuditRecord>, of district: District?, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.audit)
        rows = found.items.map { AuditView.Row($0, w) }
        hasRows = !rows.isEmpty
        all = AuditPages.address(of: district)
        ways = [
            LinkView(label: w(words.seeRefused), address: AuditPages.address(of: district, .refused)),
            LinkView(label: w(words.seeDisclosed), address: AuditPages.address(of: district, .disclosed)),
            LinkView(label: w(words.takeAway), address: AuditPages.address(of: district, ending: ".csv")),
        ]
    }
}
