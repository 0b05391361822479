import Appraisal
import HTTPSupport
import Incubation
import Workflow

extension FlagFile: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            writeWork(to: &json)
            json.member("finding", optional: finding)
            json.members("history", history)
        }
    }

    /// What a list holds of it.
    fileprivate func writeWork(to json: inout JSONWriter) {
        json.member("organization", organization.description)
        json.member("code", code)
        json.member("severity", severity.rawValue)
        json.member("raisedOn", raisedOn)
        json.member("clearedOn", work.clearedOn)
        json.member("version", version)
        json.member("state", work.state.rawValue)
        json.member("owner", work.owner)
        json.member("dueOn", work.due?.on)
        json.member("dueRule", work.due?.rule)
        json.member("confirmation", optional: work.confirmation)
    }
}

extension FlagLine: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            file.writeWork(to: &json)
            json.member("name", name)
            json.member("englishName", englishName)
        }
    }
}

extension HandledFlag.Confirmation: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("consequence", consequence.rawValue)
            json.member("by", by)
            json.member("on", on)
        }
    }
}

extension HandledFlagStep: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("step", step)
            json.member("act", act)
            json.member("caller", caller)
            json.member("at", at)
            json.member("owner", owner)
            json.member("dueOn", dueOn)
            json.member("note", note)
        }
    }
}

extension RecordedIntervention: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("kind", intervention.kind.rawValue)
            json.member("heldOn", intervention.heldOn)
            json.member("reason", intervention.reason.rawValue)
            json.member("flag", intervention.flag)
            json.member("run", intervention.run)
            json.member("result", intervention.result)
            json.member("recordedBy", recordedBy)
            json.member("recordedOn", recordedOn)
        }
    }
}

extension DrawnVisit: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", organization.description)
            json.member("name", name)
            json.member("englishName", englishName)
        }
    }
}
