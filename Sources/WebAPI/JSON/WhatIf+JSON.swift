import Appraisal
import HTTPSupport
import Incubation
import Values
import Workflow

extension WhatIfResult: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", organization.description)
            json.member("name", name)
            json.member("englishName", englishName)
            json.member("asOf", whatIf.before.asOf)
            json.member("rubric", rubric.rubric.id)
            json.member("rubricHash", rubric.hash)
            json.members("changes", changed.map { ReadingChange($0, of: self) })
            json.member("before", EvaluationOutcome(evaluation: whatIf.before))
            json.member("after", EvaluationOutcome(evaluation: whatIf.after))
            json.members("cleared", shown(whatIf.cleared))
            json.members("covered", shown(whatIf.covered))
            json.members("raised", shown(whatIf.raised))
        }
    }

    private func shown(_ flags: [RaisedFlag]) -> [ShownFlag] {
        flags.map { ShownFlag(rule: rubric.rubric.flags[$0.rule], reason: $0.reason(by: rubric.rubric)) }
    }
}

/// One indicator that was changed.
private struct ReadingChange: JSONWritable {
    let indicator: Indicator
    let before: IndicatorReading
    let after: IndicatorReading

    init(_ index: Int, of result: WhatIfResult) {
        indicator = result.rubric.rubric.indicators[index]
        (before, after) = (result.whatIf.before.readings[index], result.whatIf.after.readings[index])
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("indicator", indicator.code)
            json.member("before", before.value)
            json.member("stateBefore", before.state.rawValue)
            json.member("after", after.value)
            json.member("stateAfter", after.state.rawValue)
        }
    }
}

/// What an evaluation amounts to, without what it rests on.
private struct EvaluationOutcome: JSONWritable {
    let evaluation: Evaluation

    func write(to json: inout JSONWriter) {
        let estimate = evaluation.showsProbability ? evaluation.probabilities.months24 : nil
        json.object { json in
            json.member("status", evaluation.status.rawValue)
            json.member("points", evaluation.totalPoints)
            json.member("coverage", evaluation.coverage)
            json.member("probability", estimate?.probability)
            json.member("probabilityLow", estimate?.lowest)
            json.member("probabilityHigh", estimate?.highest)
        }
    }
}

/// A flag with what it says.
private struct ShownFlag: JSONWritable {
    let rule: FlagRule
    let reason: BilingualText

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", rule.code)
            json.member("severity", rule.severity.rawValue)
            json.member("reason", reason)
        }
    }
}
