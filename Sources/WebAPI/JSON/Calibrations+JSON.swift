import Appraisal
import HTTPSupport
import Values
import Workflow

/// A calibration in a list: without how it would have done year by year.
struct CalibrationSummary: JSONWritable {
    let proposal: CalibrationProposal

    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    func writeMembers(to json: inout JSONWriter) {
        let row = proposal.row
        json.member("number", row.number)
        json.member("hash", row.hash)
        json.member("rubricHash", row.rubricHash)
        json.member("area", row.area?.text)
        json.member("asOf", row.asOf)
        json.member("stage", row.stage)
        json.member("exits", row.exits)
        json.member("cases", row.cases)
        json.member("author", row.author)
        json.member("proposedAt", row.proposedAt)
        json.member("approver", row.approver)
        json.member("approvedAt", row.approvedAt)
        json.member("validFrom", row.validFrom)
        json.member("validThrough", row.validThrough)
    }
}

extension CalibrationProposal: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            CalibrationSummary(proposal: self).writeMembers(to: &json)
            json.member("expected", report.expected)
            json.member("observed", report.exits)
            json.member("expectedOverObserved", report.balance.ratio)
            json.member("ratioLow", report.balance.interval.lowerBound)
            json.member("ratioHigh", report.balance.interval.upperBound)
            json.member("alarm", report.balance.alarm.rawValue)
            json.member("brier", report.brier)
            json.member("brierSkill", report.brierSkill)
            json.members("years", report.years)
            json.members("groups", report.groups)
        }
    }
}

extension CalibrationReport.Year: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("year", year)
            json.member("cases", cases)
            json.member("exits", exits)
            json.member("knownExits", knownExits)
            json.member("stage", stage)
            json.member("expectedShipped", expectedShipped)
            json.member("expected", expected)
            json.member("lossShipped", lossShipped)
            json.member("loss", loss)
        }
    }
}

extension CalibrationReport.Group: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("cases", cases)
            json.member("exits", exits)
            json.member("estimate", estimate)
            json.member("share", share)
            json.member("lowest", lowest)
            json.member("highest", highest)
        }
    }
}
