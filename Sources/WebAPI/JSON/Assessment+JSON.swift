import Appraisal
import HTTPSupport
import Incubation
import Values
import Workflow

extension AssessmentRun: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("run", run)
            json.member("asOf", asOf)
            json.member("area", area?.text)
            json.member("rubric", rubric)
            json.member("rubricHash", rubricHash)
            json.member("startedAt", startedAt)
            json.member("finishedAt", finishedAt)
            json.member("organizations", organizations)
        }
    }
}

/// An organization in the list of flagged ones: what was found, without all that it rests on.
struct FlaggedOrganization: JSONWritable {
    let assessment: StoredAssessment

    func write(to json: inout JSONWriter) {
        json.object { assessment.writeSummary(to: &$0) }
    }
}

extension StoredAssessment: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            writeSummary(to: &json)
            json.member("population", detail.population)
            json.members("estimates", detail.estimates)
            json.members("elements", detail.elements)
            json.members("readings", detail.readings)
            json.members("contributions", detail.contributions)
        }
    }

    func writeSummary(to json: inout JSONWriter) {
        json.member("organization", organization.description)
        json.member("name", name)
        json.member("englishName", englishName)
        json.member("run", run)
        json.member("status", status)
        json.member("points", points)
        json.member("coverage", coverage)
        json.member("coverageClass", coverageClass)
        json.member("probability", probability)
        json.member("probabilityLow", probabilityLow)
        json.member("probabilityHigh", probabilityHigh)
        json.member("calibration", detail.calibration)
        json.member("calibrationWords", CalibrationStage(rawValue: detail.calibration)?.words)
        json.members("flags", detail.flags)
    }
}

extension AssessmentDetail.Flag: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("severity", severity)
            json.member("value", value)
            json.member("threshold", threshold)
            json.member("reason", reason.text)
            json.member("action", action.text)
            json.member("clears", clears.text)
            json.member("source", source.text)
            json.member("record", record)
        }
    }
}

extension AssessmentDetail.Estimate: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("months", months)
            json.member("probability", probability)
            json.member("lowest", lowest)
            json.member("highest", highest)
        }
    }
}

extension AssessmentDetail.Element: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("family", family)
            json.member("required", required)
            json.member("met", met)
            json.member("quality", quality)
            json.member("reviewers", reviewers)
            json.member("isAbsent", isAbsent)
        }
    }
}

extension AssessmentDetail.Reading: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("indicator", indicator)
            json.member("state", state)
            json.member("value", value)
            json.member("source", source)
        }
    }
}

extension AssessmentDetail.Contribution: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("part", part)
            json.member("points", points)
            json.member("logOdds", logOdds)
        }
    }
}
