import HTTPSupport
import Incubation

extension CaseDecision: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", Int64(number))
            json.member("version", version)
            json.member("to", stage.rawValue)
            json.member("state", state.rawValue)
            json.member("recommendation", recommendation)
            json.member("review", optional: review)
            json.member("isEndorsed", isEndorsed)
            json.member("decision", optional: decision)
        }
    }
}

extension CaseDecision.Word: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("by", by)
            json.member("on", on)
            json.member("reason", reason)
        }
    }
}

extension WaitingDecision: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", organization.description)
            json.member("organizationName", organizationName)
            json.member("from", from.rawValue)
            json.member("to", to.rawValue)
            json.member("state", state.rawValue)
            json.member("next", next.rawValue)
            json.member("recommendedOn", recommendedOn)
        }
    }
}

extension Standing: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("duty", duty?.rawValue)
            json.member("hasInterest", hasInterest)
        }
    }
}
