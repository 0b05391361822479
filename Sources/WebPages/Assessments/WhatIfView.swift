import Appraisal
import Incubation
import Values
import Workflow

/// A trial of other values: the form, and what would come of it. Nothing is stored.
struct WhatIfView: PageView {
    static let template = "what-if"

    struct Family: Encodable, Sendable {
        let name: String
        let fields: [Field]
    }

    struct Field: Encodable, Sendable {
        let code: String
        let name: String
        let now: String
        let typed: String
        let hint: String
        let error: String?
    }

    struct Side: Encodable, Sendable {
        let status: ChipView
        let estimate: String
        let range: String?
        let points: String
        let coverage: String
    }

    struct Lists: Encodable, Sendable {
        let label: String
        let reasons: [FlaggedView.Reason]
    }

    let title: String
    let organization: LinkView
    let asOf: String
    let action: String
    let families: [Family]
    let before: Side
    let after: Side
    let isChanged: Bool
    let lists: [Lists]
    let summary: ErrorSummaryView?

    init(_ result: WhatIfResult, typed: [(name: String, value: String)], fault: Refusal?, _ w: Words) {
        let rubric = result.rubric.rubric
        let path = OrganizationPages.address(of: result.organization)
        let name = w.language == .english ? result.englishName ?? result.name : result.name
        let words = Catalogue.whatIf
        title = w(words.title(name))
        organization = LinkView(label: name, address: path)
        action = path + "/what-if"
        asOf = w(result.whatIf.before.asOf)
        (before, after) = (Side(result.whatIf.before, w), Side(result.whatIf.after, w))
        isChanged = !result.changed.isEmpty
        let wrong = fault?.pageField
        summary = fault.map { ErrorSummaryView([FieldFault(field: $0.pageField ?? "", words: $0.pageWords(w))], w) }
        let values = Dictionary(typed.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        families = rubric.families.enumerated().compactMap { position, family in
            let fields = rubric.indicators.enumerated().filter { index, indicator in
                indicator.family == position && indicator.isChangeable && result.whatIf.before.readings[index].state != .notApplicable
            }.map { index, indicator in
                Field(
                    indicator, result.whatIf.before.readings[index], typed: values[indicator.code] ?? "",
                    error: indicator.code == wrong ? fault.map { $0.pageWords(w) } : nil, w)
            }
            return fields.isEmpty ? nil : Family(name: w(family.name), fields: fields)
        }
        lists = [(words.cleared, result.whatIf.cleared), (words.raised, result.whatIf.raised), (words.covered, result.whatIf.covered)]
            .filter { !$0.1.isEmpty }.map { label, flags in
                Lists(
                    label: w(label),
                    reasons: flags.map {
                        FlaggedView.Reason(
                            severity: ChipView(rubric.flags[$0.rule].severity, w), reason: w(rubric.flags[$0.rule].name))
                    })
            }
    }
}

extension WhatIfView.Side {
    fileprivate init(_ evaluation: Evaluation, _ w: Words) {
        status = ChipView(evaluation.status, w)
        let shown = evaluation.showsProbability ? evaluation.probabilities.months24 : nil
        estimate = shown.map { Percent.words($0.probability) } ?? w(Catalogue.flagged.notShown)
        range = shown.map { "\(Percent.words($0.lowest))–\(Percent.words($0.highest))" }
        points = String(evaluation.totalPoints)
        coverage = Percent.words(evaluation.coverage)
    }
}

extension WhatIfView.Field {
    fileprivate init(_ indicator: Indicator, _ reading: IndicatorReading, typed: String, error: String?, _ w: Words) {
        code = indicator.code
        name = w(indicator.name)
        now = reading.value.map { w(indicator.unit.words(for: $0)) } ?? w(reading.state.words)
        self.typed = typed
        hint = w(indicator.unit.writing)
        self.error = error
    }
}
