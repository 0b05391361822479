import Access
import HTTPSupport
import Values
import Workflow

/// What whoever has come in needs to go on: who they are, what is missing, and what each change must carry.
struct SessionFile: JSONWritable {
    let account: Account
    let secondFactor: SecondFactorState
    let csrf: SecretToken

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.member("secondFactor", secondFactor.rawValue)
            json.member("csrf", csrf.text)
        }
    }
}

extension SessionFile {
    init(_ session: NewSession) {
        self.init(account: session.account, secondFactor: session.secondFactor, csrf: session.csrf)
    }
}

/// A session among one's own.
struct OwnSession: JSONWritable {
    let session: Session
    /// Whether the request came by it.
    let isThis: Bool

    func write(to json: inout JSONWriter) {
        json.object { json in
            session.writeMembers(to: &json)
            json.member("isThis", isThis)
        }
    }
}

extension Session: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.member("number", number)
        json.member("createdAt", createdAt)
        json.member("lastSeenAt", lastSeenAt)
        json.member("confirmedAt", confirmedAt)
        json.member("hasSecondFactor", secondFactorAt != nil)
        json.member("device", device)
    }
}
