import Access
import HTTPSupport
import Values
import Workflow

/// Events of one chain, the newest first.
struct AuditView: PageView {
    static let template = "audit"

    struct Row: Encodable, Sendable {
        let number: String
        let time: String
        let timeISO: String
        let act: String
        let caller: String
        let subject: String
        /// What it was for, and how many rows it showed or removed.
        let purpose: String?
        let version: String
        let outcome: ChipView
        let refusal: String?
    }

    let title: String
    let district: String
    let subject: String
    let questions: [OptionView]
    let filter: FilterView
    /// The same rows to take away.
    let csv: String
    let rows: [Row]
    let isEmpty: Bool
    let paging: PagingView

    init(_ found: Page<AuditRecord>, _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.audit.title)
        (district, subject) = (visit.query.typed("district"), visit.query.typed("subject"))
        let words = Catalogue.audit
        questions = OptionView.all(
            AuditQuestion.self, chosen: visit.query.text("question").flatMap { AuditQuestion(rawValue: $0) }, first: Catalogue.terms.any, w,
            words: \.words)
        filter = FilterView(
            SitePart.audit.path,
            [
                (words.district, visit.query.text("district")), (words.subject, visit.query.text("subject")),
                (words.question, questions.chosen),
            ], w)
        csv = visit.address(of: SitePart.audit.path + ".csv", changing: [:])
        rows = found.items.map { Row($0, w) }
        isEmpty = rows.isEmpty
        paging = PagingView(next: found.next, visit)
    }
}

extension AuditQuestion {
    var words: BilingualText { self == .refused ? Catalogue.audit.onlyRefused : Catalogue.audit.onlyDisclosed }
}

extension AuditView.Row {
    static var headings: [BilingualText] {
        let words = Catalogue.audit
        return [words.number, words.time, words.act, words.about, words.forWhat, words.caller, words.version, words.outcome, words.why]
    }

    /// The row of a table to be taken away, with the time as programs read it.
    var cells: [String] { [number, timeISO, act, subject, purpose ?? "", caller, version, outcome.label, refusal ?? ""] }

    init(_ record: AuditRecord, _ w: Words) {
        number = String(record.sequence)
        (time, timeISO) = (w(record.occurredAt), record.occurredAt.rfc3339)
        act = Act(rawValue: record.act).map { w($0.words) } ?? record.act
        caller = w(person: record.caller)
        let kind = Refusal.Subject.allCases.first { $0.slug == record.subject }.map { w($0.words) } ?? record.subject
        subject = [kind, record.subjectKey].compactMap(\.self).joined(separator: " ")
        let purpose = record.purpose.map { slug in DisclosurePurpose(rawValue: slug).map { w($0.words) } ?? slug }
        let told = [purpose.map { w(Catalogue.audit.purpose($0)) }, record.rowCount.map { w(Catalogue.audit.rows($0)) }].compactMap(\.self)
        self.purpose = told.isEmpty ? nil : told.joined(separator: " · ")
        let versions = [record.versionBefore, record.versionAfter].compactMap { $0.map(String.init) }
        version = versions.isEmpty ? "–" : versions.joined(separator: " → ")
        let words = Catalogue.audit
        outcome = record.refusal == nil ? ChipView(tone: "good", label: w(words.done)) : ChipView(tone: "watch", label: w(words.refused))
        refusal = record.refusal
    }
}
