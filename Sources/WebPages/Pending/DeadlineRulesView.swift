import Incubation
import Values
import Workflow

/// The rules of deadlines, for people to read.
struct DeadlineRulesView: PageView {
    static let template = "deadline-rules"

    let title: String
    let rules: [DeadlineRuleView]

    init(_ rules: [DeadlineRule], _ places: [AreaCode: AreaInPlace], _ w: Words) {
        title = w(Catalogue.pending.rulesTitle)
        self.rules = rules.map { DeadlineRuleView($0, places, w) }
    }
}

/// How long one kind of thing may wait, and where that is written.
struct DeadlineRuleView: Encodable, Sendable {
    let anchor: String
    let name: String
    let facts: [FactView]

    init(_ rule: DeadlineRule, _ places: [AreaCode: AreaInPlace], _ w: Words) {
        let words = Catalogue.pending
        anchor = PendingPages.anchor(of: rule)
        name = w(rule.kind.words)
        let terms = rule.terms
        let place = rule.reference.jurisdiction.map { code in places[code].map { w($0) } ?? code.text } ?? w(words.nation)
        let period = w(terms.period)
        var values: [(BilingualText, String)] = [
            (words.period, terms.movesOn ? period : w(words.fixed(period))), (words.owner, w(rule.owner.words)),
            (
                words.remind,
                w(terms.period.unit == .workingDay ? words.workingDaysBefore(terms.remindBefore) : words.daysBefore(terms.remindBefore))
            ),
            (words.escalate, w(words.daysAfter(terms.escalateAfter, rule.escalatesTo.words))), (words.place, place),
            (words.source, w(rule.source)), (words.certainty, w(rule.certainty.words)),
        ]
        if let from = rule.validFrom { values.append((words.validFrom, w(from))) }
        if let until = rule.validUntil { values.append((words.validUntil, w(until))) }
        facts = values.map { FactView(label: w($0.0), value: $0.1) }
    }
}
