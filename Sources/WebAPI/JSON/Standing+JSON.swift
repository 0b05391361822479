import Appraisal
import HTTPSupport
import Incubation
import Values
import Workflow

/// One assessment of a trend: what it came to, without all that it rests on.
struct TrendRow: JSONWritable {
    let assessment: StoredAssessment

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("run", assessment.run)
            json.member("asOf", assessment.asOf)
            json.member("rubricHash", assessment.rubricHash)
            json.member("status", assessment.status)
            json.member("computedStatus", assessment.computedStatus)
            json.member("points", assessment.points)
            json.member("coverage", assessment.coverage)
            json.member("probability", assessment.probability)
            json.member("probabilityLow", assessment.probabilityLow)
            json.member("probabilityHigh", assessment.probabilityHigh)
            json.member("calibration", assessment.detail.calibration)
            json.texts("flags", assessment.detail.flags.map(\.code))
        }
    }
}

extension AssessmentChange: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", organization.description)
            json.member("name", name)
            json.member("englishName", englishName)
            json.member("statusBefore", statusBefore)
            json.member("statusAfter", statusAfter)
            json.member("pointsBefore", pointsBefore)
            json.member("pointsAfter", pointsAfter)
            json.member("probabilityBefore", probabilityBefore)
            json.member("probabilityAfter", probabilityAfter)
            json.texts("flagsRaised", flagsRaised)
            json.texts("flagsCleared", flagsCleared)
            json.members("causes", causes)
        }
    }
}

extension AssessmentChange.Cause: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("indicator", indicator)
            json.member("before", optional: before)
            json.member("after", optional: after)
            json.member("record", record)
            json.member("isNewRecord", isNewRecord)
        }
    }
}

extension CohortComparison: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", assessment.organization.description)
            json.member("run", assessment.run)
            json.member("asOf", assessment.asOf)
            json.member("status", assessment.status)
            json.member("points", assessment.points)
            json.member("probability", assessment.probability)
            json.member("organizations", cohort.organizations)
            json.member("unsustainable", cohort.unsustainable)
            json.member("watch", cohort.watched)
            json.member("stable", cohort.stable)
            json.member("incomplete", cohort.incomplete)
            json.member("pointsBelow", cohort.pointsBelow)
            json.quarters("pointQuarters", cohort.pointQuarters)
            json.quarters("probabilityQuarters", cohort.probabilityQuarters)
        }
    }
}

extension AssessmentExplanation: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", assessment.organization.description)
            json.member("run", run)
            json.member("remedies", optional: remedies)
        }
    }
}

extension Remedies: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("watchLine", watchLine)
            json.member("outlook", sentence)
            json.members("clearings", clearings)
            if case .reachable(let lowering) = outlook {
                json.member("lowering", lowering)
            } else {
                json.member("lowering", optional: Lowering?.none)
            }
        }
    }
}

extension Remedies.Clearing: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("flag", flag)
            json.member("change", optional: change)
            json.texts("wouldRaise", wouldRaise)
        }
    }
}

extension Remedies.Change: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("indicator", indicator)
            json.member("words", words)
            json.member("from", from)
            json.member("needed", needed)
            json.member("amount", amount)
            json.member("currency", currency)
        }
    }
}

extension Remedies.Lowering: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.members("steps", steps)
            json.member("pointsBefore", pointsBefore)
            json.member("pointsAfter", pointsAfter)
            json.member("probability", probability)
            json.member("status", status.rawValue)
        }
    }
}

extension JSONWriter {
    /// The values below which a quarter, a half and three quarters lie; null without any.
    fileprivate mutating func quarters(_ name: StaticString, _ values: [Double]?) {
        self.name(name)
        guard let values else { return null() }
        array(values) { json, value in json.number(value) }
    }
}
