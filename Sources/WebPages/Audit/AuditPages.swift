import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method | Path     | Use case      |
/// |--------|----------|---------------|
/// | GET    | `/audit` | `BrowseAudit` |
struct AuditPages: PageSet {
    let registry: Registry
    private static let pageSize = 60

    func add(to routes: PermittedRoutes) {
        routes.page("/audit", .reading(.listAuditEvents)) { visit in
            let district = try visit.query.value("district", expected: Catalogue.audit.districtHint) { District(code: $0) }
            let subject = visit.query.text("subject")
            let found = try await BrowseAudit(registry: registry)(
                of: district, about: subject, page: try visit.page(size: Self.pageSize), as: visit.caller)
            return try visit.answer(AuditView(found, visit), in: .audit)
        }
    }
}

/// Events of one chain, the newest first.
struct AuditView: PageView {
    static let template = "audit"

    struct Row: Sendable {
        let number: String
        let time: String
        let timeISO: String
        let act: String
        let caller: String
        let subject: String
        let version: String
        let outcome: ChipView
        let refusal: String?
    }

    let title: String
    let district: String
    let subject: String
    let rows: [Row]
    let isEmpty: Bool
    let paging: PagingView

    init(_ found: Page<AuditRecord>, _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.audit.title)
        (district, subject) = (visit.query.typed("district"), visit.query.typed("subject"))
        rows = found.items.map { Row($0, w) }
        isEmpty = rows.isEmpty
        paging = PagingView(next: found.next, visit)
    }
}

extension AuditView.Row {
    fileprivate init(_ record: AuditRecord, _ w: Words) {
        number = String(record.sequence)
        (time, timeISO) = (w(record.occurredAt), record.occurredAt.rfc3339)
        act = Act(rawValue: record.act).map { w($0.words) } ?? record.act
        caller = Self.caller(record.caller, w)
        let kind = Refusal.Subject.allCases.first { $0.slug == record.subject }.map { w($0.words) } ?? record.subject
        subject = [kind, record.subjectKey].compactMap(\.self).joined(separator: " ")
        let versions = [record.versionBefore, record.versionAfter].compactMap { $0.map(String.init) }
        version = versions.isEmpty ? "–" : versions.joined(separator: " → ")
        let words = Catalogue.audit
        outcome = record.refusal == nil ? ChipView(tone: "good", label: w(words.done)) : ChipView(tone: "watch", label: w(words.refused))
        refusal = record.refusal
    }

    private static func caller(_ name: String, _ w: Words) -> String {
        switch name {
        case "local-operator": w(Catalogue.audit.localOperator)
        case "visitor": w(Catalogue.audit.visitor)
        case _ where name.hasPrefix("account-"): w(Catalogue.audit.account(String(name.dropFirst(8))))
        default: name
        }
    }
}
