import HTTPSupport
import Incubation
import Values
import Workflow

extension PendingLine: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("number", item.number.description)
        json.member("version", item.version)
        json.member("kind", item.kind.rawValue)
        json.member("organization", item.number.organization.description)
        json.member("organizationName", organizationName)
        json.member("area", item.area.text)
        json.member("owner", item.owner)
        json.member("startsOn", item.days.startsOn)
        json.member("remindOn", item.days.remindOn)
        json.member("dueOn", item.days.dueOn)
        json.member("dueBy", item.days.dueBy)
        json.member("escalateOn", item.days.escalateOn)
        json.member("state", item.state.rawValue)
        json.member("standing", standing?.rawValue)
        json.texts("calendars", item.calendars)
        json.member("openedAt", item.openedAt)
        json.member("remindedAt", item.remindedAt)
        json.member("escalatedAt", item.escalatedAt)
        json.member("closedAt", item.closedAt)
    }
}

extension PendingFile: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            line.writeMembers(to: &json)
            json.member("rule", rule)
            json.members("history", history)
        }
    }
}

extension PendingOwner: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .role(let role, let area):
                json.member("role", role.rawValue)
                json.member("area", area.text)
                json.member("account", Int64?.none)
            case .account(let account):
                json.member("role", String?.none)
                json.member("area", String?.none)
                json.member("account", account)
            }
        }
    }
}

extension PendingStep: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("what", what.rawValue)
            json.member("at", at)
            json.member("caller", caller)
            json.member("owner", owner)
            json.member("reason", reason)
        }
    }
}

extension DeadlineRule: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind.rawValue)
            json.member("jurisdiction", reference.jurisdiction?.text)
            json.member("version", reference.version)
            json.member("amount", terms.period.amount)
            json.member("unit", terms.period.unit.rawValue)
            json.member("movesOn", terms.movesOn)
            json.member("remindBefore", terms.remindBefore)
            json.member("escalateAfter", terms.escalateAfter)
            json.member("owner", owner.rawValue)
            json.member("escalatesTo", escalatesTo.rawValue)
            json.member("endsWithCase", endsWithCase)
            json.member("certainty", certainty.rawValue)
            json.member("source", source)
            json.member("validFrom", validFrom)
            json.member("validUntil", validUntil)
        }
    }
}
