import HTTPSupport
import Incubation
import Workflow

extension LeadershipPost {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            post: try fields.value("post", .code), personName: try fields.value("personName", .text(longest: 200)),
            chosenBy: try fields.value("chosenBy", .code), termBegan: try fields.value("termBegan", .day),
            termEnds: try fields.optional("termEnds", .day), left: try fields.optional("left", .day))
    }
}

extension Charter {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            version: try fields.value("version", .integer(1...Int32.max)), adoptedOn: try fields.value("adoptedOn", .day),
            reviewedOn: try fields.optional("reviewedOn", .day), clauses: Set(try fields.value("clauses", .list(of: .code))),
            adoption: try fields.optional("adoption", .object { (vote: inout JSONFields) throws(Refusal) in try AdoptionVote(&vote) }))
    }
}

extension AdoptionVote {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            entitled: try fields.value("entitled", .count), inFavour: try fields.value("inFavour", .count),
            against: try fields.value("against", .count), abstained: try fields.value("abstained", .count))
    }
}

extension GovernanceBody {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            kind: try fields.value("kind", .code), formedOn: try fields.value("formedOn", .day),
            dissolvedOn: try fields.optional("dissolvedOn", .day), memberCount: try fields.optional("memberCount", .count),
            meetingsPerYear: try fields.optional("meetingsPerYear", .integer(0...366)),
            quorumPerMille: try fields.optional("quorumPerMille", .integer(1...1000)))
    }
}

extension GovernanceMeeting {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            body: try fields.value("body", .code), heldOn: try fields.value("heldOn", .day), present: try fields.value("present", .count),
            entitled: try fields.value("entitled", .count))
    }
}

extension MoneyControls {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            since: try fields.value("since", .day), ownAccount: try fields.value("ownAccount", .boolean),
            twoSignatures: try fields.value("twoSignatures", .boolean), accountsShown: try fields.value("accountsShown", .boolean))
    }
}

extension ServiceBoundary {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            since: try fields.value("since", .day), content: try fields.optional("content", .text()),
            peopleServed: try fields.optional("peopleServed", .text()), targetPopulation: try fields.optional("targetPopulation", .count),
            limits: try fields.optional("limits", .text()), form: try fields.optional("form", .text()),
            areas: try fields.list("areas", .areaCode))
    }
}
