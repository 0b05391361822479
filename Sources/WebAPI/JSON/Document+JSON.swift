import HTTPSupport
import Incubation
import Values
import Workflow

extension DocumentFile: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", document.number)
            json.member("verificationNumber", document.mark.grouped)
            json.member("kind", document.kind.rawValue)
            json.member("kindWords", document.kind.words)
            json.member("organizationName", document.organizationName)
            json.member("decision", document.decision)
            json.member("issuedOn", document.issuedOn)
            json.member("issuedBy", document.issuedBy)
            json.member("standing", standing.rawValue)
            json.member("standingWords", standing.words)
            json.member("withdrawal", optional: document.withdrawal)
        }
    }
}

extension IssuedDocument.Withdrawal: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("on", on)
            json.member("by", by)
            json.member("reason", reason)
        }
    }
}

extension DocumentConfirmation: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind?.rawValue)
            json.member("kindWords", kind?.words)
            json.member("organizationName", organizationName)
            json.member("issuedOn", issuedOn)
            json.member("standing", standing?.rawValue)
            json.member("standingWords", standing?.words)
        }
    }
}
