import Access
import Incubation
import Values
import Workflow

private let labels = Catalogue.fields

/// A post in the leadership team.
struct LeadershipForm: RecordForm {
    let act = Act.recordLeadershipPost
    let path = "/elements/leadership/new"
    let title = Catalogue.forms.leadership
    let anchor = OrganizationalElement.leadershipTeam.rawValue

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "post", label: labels.post, kind: .choice(FormOption.all(PostKind.self, \.words))),
                FormField(name: "personName", label: labels.personName, kind: .text),
                FormField(name: "chosenBy", label: labels.chosenBy, kind: .choice(FormOption.all(SelectionMethod.self, \.words))),
                FormField(name: "termBegan", label: labels.termBegan, kind: .day),
                FormField(name: "termEnds", label: labels.termEnds, kind: .day, isOptional: true),
                FormField(name: "left", label: labels.left, kind: .day, hint: labels.leftHint, isOptional: true),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> LeadershipPost? {
        let (post, name) = (reader.code("post", PostKind.self), reader.text("personName"))
        let (chosen, began) = (reader.code("chosenBy", SelectionMethod.self), reader.day("termBegan"))
        let (ends, left) = (reader.day("termEnds"), reader.day("left"))
        guard let post, let name, let chosen, let began else { return nil }
        return LeadershipPost(post: post, personName: name, chosenBy: chosen, termBegan: began, termEnds: ends, left: left)
    }

    func record(_ content: LeadershipPost, _ visit: FormVisit, as caller: Caller) async throws -> FourElements {
        try await RecordLeadershipPost(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// A version of the charter.
struct CharterForm: RecordForm {
    let act = Act.recordCharter
    let path = "/elements/charters/new"
    let title = Catalogue.forms.charter
    let anchor = OrganizationalElement.activityCharter.rawValue

    func groups(_: FormVisit) -> [FormGroup] {
        let votes: [(String, BilingualText)] = [
            ("entitled", labels.entitled), ("inFavour", labels.inFavour), ("against", labels.against), ("abstained", labels.abstained),
        ]
        return [
            FormGroup(fields: [
                FormField(name: "version", label: labels.version, kind: .count),
                FormField(name: "adoptedOn", label: labels.adoptedOn, kind: .day),
                FormField(name: "reviewedOn", label: labels.reviewedOn, kind: .day, isOptional: true),
                FormField(
                    name: "clauses", label: labels.clauses, kind: .many(FormOption.all(CharterClause.self, \.words)), isOptional: true),
            ]),
            FormGroup(
                legend: labels.voteLegend,
                fields: votes.map { FormField(name: "adoption.\($0.0)", label: $0.1, kind: .count, isOptional: true) }),
        ]
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let elements = try await ShowElements(registry: visit.registry)(visit.organization(), as: visit.caller)
        let newest = elements.charters.map(\.version).max() ?? 0
        let next = newest.addingReportingOverflow(1)
        return FormBeginning(values: [("version", String(next.overflow ? newest : next.partialValue))])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Charter? {
        let (version, adopted, reviewed) = (reader.count("version"), reader.day("adoptedOn"), reader.day("reviewedOn"))
        let clauses = Set(reader.codes("clauses", CharterClause.self))
        let counts = ["entitled", "inFavour", "against", "abstained"].map { reader.count("adoption.\($0)") }
        guard let version, let adopted else { return nil }
        // A vote of which nothing is said is no vote; one of which something is said is whole, with none for what is left out.
        let vote =
            counts.allSatisfy { $0 == nil }
            ? nil
            : AdoptionVote(entitled: counts[0] ?? 0, inFavour: counts[1] ?? 0, against: counts[2] ?? 0, abstained: counts[3] ?? 0)
        return Charter(version: version, adoptedOn: adopted, reviewedOn: reviewed, clauses: clauses, adoption: vote)
    }

    func record(_ content: Charter, _ visit: FormVisit, as caller: Caller) async throws -> FourElements {
        try await RecordCharter(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// A governance body.
struct BodyForm: RecordForm {
    let act = Act.recordGovernanceBody
    let path = "/elements/bodies/new"
    let title = Catalogue.forms.body
    let anchor = OrganizationalElement.governanceStructure.rawValue

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "kind", label: labels.bodyKind, kind: .choice(FormOption.all(GovernanceBodyKind.self, \.words))),
                FormField(name: "formedOn", label: labels.formedOn, kind: .day),
                FormField(name: "dissolvedOn", label: labels.dissolvedOn, kind: .day, isOptional: true),
                FormField(name: "memberCount", label: labels.memberCount, kind: .count, isOptional: true),
                FormField(name: "meetingsPerYear", label: labels.meetingsPerYear, kind: .count, isOptional: true),
                FormField(name: "quorumPerMille", label: labels.quorumPercent, kind: .count, isOptional: true),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> GovernanceBody? {
        let (kind, formed) = (reader.code("kind", GovernanceBodyKind.self), reader.day("formedOn"))
        let (dissolved, members) = (reader.day("dissolvedOn"), reader.count("memberCount"))
        let (meetings, percent) = (reader.count("meetingsPerYear"), reader.count("quorumPerMille"))
        guard let kind, let formed else { return nil }
        // People count in hundredths; more than all of them is refused by the rule, not by the arithmetic.
        let quorum = percent.map { $0 > 100 ? 1001 : $0 * 10 }
        return GovernanceBody(
            kind: kind, formedOn: formed, dissolvedOn: dissolved, memberCount: members, meetingsPerYear: meetings, quorumPerMille: quorum)
    }

    func record(_ content: GovernanceBody, _ visit: FormVisit, as caller: Caller) async throws -> FourElements {
        try await RecordGovernanceBody(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// A meeting.
struct MeetingForm: RecordForm {
    let act = Act.recordMeeting
    let path = "/elements/meetings/new"
    let title = Catalogue.forms.meeting
    let anchor = OrganizationalElement.governanceStructure.rawValue

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "body", label: labels.bodyKind, kind: .choice(FormOption.all(GovernanceBodyKind.self, \.words))),
                FormField(name: "heldOn", label: labels.heldOn, kind: .day),
                FormField(name: "entitled", label: labels.entitled, kind: .count),
                FormField(name: "present", label: labels.present, kind: .count),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> GovernanceMeeting? {
        let (body, held) = (reader.code("body", GovernanceBodyKind.self), reader.day("heldOn"))
        let (entitled, present) = (reader.count("entitled"), reader.count("present"))
        guard let body, let held, let entitled, let present else { return nil }
        return GovernanceMeeting(body: body, heldOn: held, present: present, entitled: entitled)
    }

    func record(_ content: GovernanceMeeting, _ visit: FormVisit, as caller: Caller) async throws -> FourElements {
        try await RecordMeeting(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// How money is guarded.
struct ControlsForm: RecordForm {
    let act = Act.recordMoneyControls
    let path = "/elements/controls/new"
    let title = Catalogue.forms.controls
    let anchor = OrganizationalElement.governanceStructure.rawValue

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "since", label: labels.since, kind: .day),
                FormField(name: "ownAccount", label: labels.ownAccount, kind: .yesNo),
                FormField(name: "twoSignatures", label: labels.twoSignatures, kind: .yesNo),
                FormField(name: "accountsShown", label: labels.accountsShown, kind: .yesNo),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> MoneyControls? {
        let (since, own) = (reader.day("since"), reader.yesNo("ownAccount"))
        let (two, shown) = (reader.yesNo("twoSignatures"), reader.yesNo("accountsShown"))
        guard let since, let own, let two, let shown else { return nil }
        return MoneyControls(since: since, ownAccount: own, twoSignatures: two, accountsShown: shown)
    }

    func record(_ content: MoneyControls, _ visit: FormVisit, as caller: Caller) async throws -> FourElements {
        try await RecordMoneyControls(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// The service boundary as it stands from a day on.
struct BoundaryForm: RecordForm {
    let act = Act.recordServiceBoundary
    let path = "/elements/boundaries/new"
    let title = Catalogue.forms.boundary
    let anchor = OrganizationalElement.serviceBoundary.rawValue

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "since", label: labels.since, kind: .day),
                FormField(name: "content", label: labels.content, kind: .paragraph, isOptional: true, longest: 2000),
                FormField(name: "peopleServed", label: labels.peopleServed, kind: .paragraph, isOptional: true, longest: 2000),
                FormField(name: "targetPopulation", label: labels.targetPopulation, kind: .count, isOptional: true),
                FormField(name: "limits", label: labels.limits, kind: .paragraph, isOptional: true, longest: 2000),
                FormField(name: "form", label: labels.formOfWork, kind: .paragraph, isOptional: true, longest: 2000),
                FormField(name: "areas", label: labels.areas, kind: .areas, isOptional: true, longest: 2000),
            ])
        ]
    }

    /// The boundary that stands, so that only what changed is typed.
    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let elements = try await ShowElements(registry: visit.registry)(visit.organization(), as: visit.caller)
        guard let now = elements.boundaries.max(by: { $0.since < $1.since }) else { return FormBeginning() }
        let values: [(String, String?)] = [
            ("content", now.content), ("peopleServed", now.peopleServed), ("targetPopulation", now.targetPopulation.map { String($0) }),
            ("limits", now.limits), ("form", now.form), ("areas", now.areas.map(\.text).joined(separator: "\n")),
        ]
        return FormBeginning(values: values.map { ($0.0, $0.1 ?? "") })
    }

    func read(_ reader: inout FormReader, _: FormVisit) async throws -> ServiceBoundary? {
        let since = reader.day("since")
        let texts = ["content", "peopleServed", "limits", "form"].map { reader.text($0) }
        let population = reader.count("targetPopulation")
        let areas = try await reader.areas("areas")
        guard let since else { return nil }
        return ServiceBoundary(
            since: since, content: texts[0], peopleServed: texts[1], targetPopulation: population, limits: texts[2], form: texts[3],
            areas: areas)
    }

    func record(_ content: ServiceBoundary, _ visit: FormVisit, as caller: Caller) async throws -> FourElements {
        try await RecordServiceBoundary(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}
