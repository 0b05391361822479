import HTTPSupport
import Incubation
import Values
import Workflow

extension FourElements: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.members("leadership", leadership)
            json.members("charters", charters)
            json.members("bodies", bodies)
            json.members("meetings", meetings)
            json.members("controls", controls)
            json.members("boundaries", boundaries)
        }
    }
}

extension LeadershipPost: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("post", post.rawValue)
            json.member("personName", personName)
            json.member("chosenBy", chosenBy.rawValue)
            json.member("termBegan", termBegan)
            json.member("termEnds", termEnds)
            json.member("left", left)
        }
    }
}

extension Charter: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("version", version)
            json.member("adoptedOn", adoptedOn)
            json.member("reviewedOn", reviewedOn)
            json.texts("clauses", CharterClause.allCases.filter(clauses.contains).map(\.rawValue))
            json.texts("missingClauses", missingClauses.map(\.rawValue))
            json.member("adoption", optional: adoption)
        }
    }
}

extension AdoptionVote: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("entitled", entitled)
            json.member("inFavour", inFavour)
            json.member("against", against)
            json.member("abstained", abstained)
        }
    }
}

extension GovernanceBody: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind.rawValue)
            json.member("formedOn", formedOn)
            json.member("dissolvedOn", dissolvedOn)
            json.member("memberCount", memberCount)
            json.member("meetingsPerYear", meetingsPerYear)
            json.member("quorumPerMille", quorumPerMille)
        }
    }
}

extension GovernanceMeeting: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("body", body.rawValue)
            json.member("heldOn", heldOn)
            json.member("present", present)
            json.member("entitled", entitled)
        }
    }
}

extension MoneyControls: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("since", since)
            json.member("ownAccount", ownAccount)
            json.member("twoSignatures", twoSignatures)
            json.member("accountsShown", accountsShown)
        }
    }
}

extension ServiceBoundary: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("since", since)
            json.member("content", content)
            json.member("peopleServed", peopleServed)
            json.member("targetPopulation", targetPopulation)
            json.member("limits", limits)
            json.member("form", form)
            json.texts("areas", areas.map(\.text))
        }
    }
}
