import Appraisal
import Values
import Workflow

/// Every rule that raises a flag: when, why, what to do, what clears it, what it rests on.
struct FlagRulesView: PageView {
    static let template = "flag-rules"

    struct Rule: Encodable, Sendable {
        let code: String
        let name: String
        let severity: ChipView
        let condition: String
        let reason: String
        let action: String
        let clears: String
        let source: String
        let evidence: String
    }

    struct Family: Encodable, Sendable {
        let name: String
        let rules: [Rule]
    }

    let title: String
    let rubric: LinkView
    let families: [Family]

    init(_ named: NamedRubric, _ w: Words) {
        let rubric = named.rubric
        title = w(Catalogue.rubric.flags)
        self.rubric = LinkView(label: w(rubric.title), address: RubricPages.address(of: named))
        families = rubric.families.enumerated().compactMap { position, family in
            let rules = rubric.flags.filter { $0.family == position }
            return rules.isEmpty ? nil : Family(name: w(family.name), rules: rules.map { Rule($0, in: rubric, w) })
        }
    }
}

extension FlagRulesView.Rule {
    fileprivate init(_ rule: FlagRule, in rubric: Rubric, _ w: Words) {
        (code, name, severity) = (rule.code, w(rule.name), ChipView(rule.severity, w))
        condition = rule.conditions.map { part in
            let indicator = rubric.indicators[part.indicator]
            let states = part.states.map { w($0.words) }.joined(separator: "/")
            let sign =
                switch part.comparison {
                case .less: "<"
                case .atMost: "≤"
                case .greater: ">"
                case .atLeast: "≥"
                }
            return "\(w(indicator.name)) \(sign) \(w(indicator.unit.words(for: part.threshold))) [\(states)]"
        }.joined(separator: w(Catalogue.rubric.and()))
        let threshold = rule.conditions.first.map { w(rubric.indicators[$0.indicator].unit.words(for: $0.threshold)) } ?? ""
        func filled(_ text: BilingualText) -> String {
            w(text).replacing("{threshold}", with: threshold).replacing("{value}", with: "…").replacing("{change}", with: "…")
                .replacing("{unit}", with: "")
        }
        (reason, action, clears) = (filled(rule.reason), w(rule.action), filled(rule.clears))
        (source, evidence) = (w(rule.source), rule.evidence)
    }
}
