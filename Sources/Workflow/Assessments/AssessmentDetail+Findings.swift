import Appraisal
import Values

extension AssessmentDetail {
    /// - Parameters:
    ///   - rubric: the one by which the findings were made.
    ///   - since: since when each flag has been raised, by its code.
    init(_ findings: Findings, by rubric: Rubric, since: [String: Day]) {
        population = rubric.populations.indices.contains(findings.population) ? rubric.populations[findings.population].code : ""
        calibration = findings.stage.rawValue
        estimates = Horizon.allCases.compactMap { horizon in
            findings.probabilities.map { probabilities in
                let estimate = probabilities[horizon]
                return Estimate(
                    months: horizon.rawValue, probability: estimate.probability, lowest: estimate.lowest, highest: estimate.highest)
            }
        }
        // Indicators that mean nothing for the organization are left out.
        readings = findings.readings.prefix(rubric.indicators.count).enumerated().compactMap { index, reading in
            guard reading.state != .notApplicable else { return nil }
            return Reading(
                indicator: rubric.indicators[index].code, state: reading.state.rawValue, value: reading.value,
                source: reading.source?.description)
        }
        contributions = findings.contributions.map {
            Contribution(part: $0.part.code(in: rubric), points: $0.points, logOdds: $0.logOdds)
        }
        flags = findings.flags.compactMap { findings.flag($0, by: rubric) }.map { Flag($0, by: rubric, since: since) }
        elements = findings.elements.filter { rubric.families.indices.contains($0.family) }.map { element in
            Element(
                family: rubric.families[element.family].code, required: element.required, met: element.met, quality: element.quality,
                reviewers: element.reviewers, isAbsent: element.isAbsent)
        }
    }
}

extension AssessmentDetail.Flag {
    fileprivate init(_ flag: RaisedFlag, by rubric: Rubric, since: [String: Day]) {
        let rule = rubric.flags[flag.rule]
        code = rule.code
        severity = rule.severity.rawValue
        value = flag.value
        threshold = flag.threshold
        let words = flag.words(by: rubric)
        reason = AssessmentDetail.Words(words.reason)
        action = AssessmentDetail.Words(rule.action)
        clears = AssessmentDetail.Words(words.clears)
        source = AssessmentDetail.Words(rule.source)
        record = flag.source?.description
        self.since = since[rule.code]?.iso
    }
}

extension AssessmentDetail.Words {
    fileprivate init(_ words: BilingualText) {
        self.init(zh: words.zh, en: words.en)
    }
}
