import HTTPSupport
import Values
import Workflow

extension AuditRecord: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("district", district?.description)
            json.member("sequence", sequence)
            json.member("occurredAt", occurredAt)
            json.member("act", act)
            json.member("caller", caller)
            json.member("subject", subject)
            json.member("subjectKey", subjectKey)
            json.member("versionBefore", versionBefore)
            json.member("versionAfter", versionAfter)
            json.member("refusal", refusal)
            json.member("purpose", purpose)
            json.member("rowCount", rowCount)
        }
    }
}
