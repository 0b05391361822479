import Appraisal
import Values

/// Writes an evaluation as the JSON text that ``AssessmentDetail`` reads. Made for a million organizations: text goes straight into bytes.
struct AssessmentDetailWriter {
    private let rubric: Rubric

    init(rubric: Rubric) {
        self.rubric = rubric
    }

    /// The text as UTF-8.
    func utf8(of evaluation: Evaluation) -> ArraySlice<UInt8> {
        var json = JSONText()
        json.object { json in
            json.field("population", rubric.populations[evaluation.population].code)
            json.field("calibration", evaluation.calibration.rawValue)
            json.list("estimates") { estimates(evaluation, &$0) }
            json.list("readings") { readings(evaluation, &$0) }
            json.list("contributions") { contributions(evaluation, &$0) }
            json.list("flags") { flags(evaluation, &$0) }
            json.list("elements") { elements(evaluation, &$0) }
        }
        return json.utf8
    }

    private func estimates(_ evaluation: Evaluation, _ json: inout JSONText) {
        guard evaluation.showsProbability else { return }
        for horizon in Horizon.allCases {
            let estimate = evaluation.probabilities[horizon]
            json.object { json in
                json.field("months", horizon.rawValue)
                json.field("probability", estimate.probability)
                json.field("lowest", estimate.lowest)
                json.field("highest", estimate.highest)
            }
        }
    }

    /// Indicators that mean nothing for the organization are left out.
    private func readings(_ evaluation: Evaluation, _ json: inout JSONText) {
        for (indicator, reading) in zip(rubric.indicators, evaluation.readings) where reading.state != .notApplicable {
            json.object { json in
                json.field("indicator", indicator.code)
                json.field("state", reading.state.rawValue)
                json.field("value", reading.value)
                json.field("source", reading.source?.description)
            }
        }
    }

    private func contributions(_ evaluation: Evaluation, _ json: inout JSONText) {
        guard evaluation.showsProbability else { return }
        for contribution in evaluation.contributions(by: rubric, horizon: .months24) {
            json.object { json in
                json.field("part", contribution.part.code(in: rubric))
                json.field("points", contribution.points)
                json.field("logOdds", contribution.logOdds)
            }
        }
    }

    private func flags(_ evaluation: Evaluation, _ json: inout JSONText) {
        for flag in evaluation.flags {
            let rule = rubric.flags[flag.rule]
            json.object { json in
                json.field("code", rule.code)
                json.field("severity", rule.severity.rawValue)
                json.field("value", flag.value)
                json.field("threshold", flag.threshold)
                json.field("reason", flag.reason(by: rubric))
                json.field("action", rule.action)
                json.field("clears", flag.clears(by: rubric))
                json.field("source", rule.source)
                json.field("record", flag.source?.description)
            }
        }
    }

    private func elements(_ evaluation: Evaluation, _ json: inout JSONText) {
        for element in evaluation.elements {
            json.object { json in
                json.field("family", rubric.families[element.family].code)
                json.field("required", element.required)
                json.field("met", element.met)
                json.field("quality", element.quality)
                json.field("reviewers", element.reviewers)
                json.field("isAbsent", element.isAbsent)
            }
        }
    }
}
