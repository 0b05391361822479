import Incubation
import Values
import Workflow

extension ElementContent {
    /// The leadership team as it stands today.
    static func leadershipTeam(_ posts: [LeadershipPost], today: Day, _ w: Words) -> ElementContent {
        var content = ElementContent()
        let words = Catalogue.organization
        let held = posts.filter { $0.termBegan <= today && $0.left.map { $0 >= today } ?? true }
        for kind in PostKind.allCases {
            let people = held.filter { $0.post == kind }.map { post -> String in
                let name = post.personName ?? w(Catalogue.terms.nameNotShown)
                guard let ends = post.termEnds else { return name }
                return name + (ends < today ? w(words.inBrackets(words.termOver)) : "")
            }
            content.add(kind.words, people.joined(separator: w(Catalogue.frame.listMark)), w)
        }
        if let ends = held.filter({ $0.post.isKey }).compactMap(\.termEnds).min() { content.add(words.termEnds, w(ends), w) }
        // A vice chair and a secretary stand in for each other.
        let required: [[PostKind]] = [[.chair], [.viceChair, .secretary], [.treasurer], [.supervisor]]
        if !held.isEmpty {
            for kinds in required where !held.contains(where: { kinds.contains($0.post) }) {
                content.missing.append(w(words.postVacant(kinds[0].words)))
            }
        }
        return content
    }

    /// The newest version of the charter.
    static func activityCharter(_ charters: [Charter], _ w: Words) -> ElementContent {
        var content = ElementContent()
        let words = Catalogue.organization
        guard let charter = charters.max(by: { $0.version < $1.version }) else { return content }
        content.add(words.version, String(charter.version), w)
        content.add(words.adopted, w(charter.adoptedOn), w)
        content.add(words.reviewed, charter.reviewedOn.map { w($0) }, w)
        content.add(words.vote, charter.adoption.map { w(words.votes($0.inFavour, of: $0.entitled)) }, w)
        content.missing = charter.missingClauses.map { w(words.clauseMissing($0.words)) }
        return content
    }

    /// The bodies, their last meeting and how money is guarded.
    static func governanceStructure(_ elements: FourElements, today: Day, _ w: Words) -> ElementContent {
        var content = ElementContent()
        let words = Catalogue.organization
        let bodies = elements.bodies.filter { $0.formedOn <= today && $0.dissolvedOn.map { $0 >= today } ?? true }
        for kind in GovernanceBodyKind.allCases {
            guard let body = bodies.first(where: { $0.kind == kind }) else {
                if !bodies.isEmpty { content.missing.append(w(words.noneOf(kind.words))) }
                continue
            }
            content.add(kind.words, body.memberCount.map { w(words.members($0)) } ?? w(body.formedOn), w)
        }
        if let meeting = elements.meetings.max(by: { $0.heldOn < $1.heldOn }) {
            let presence = w(words.presence(meeting.present, of: meeting.entitled))
            content.add(words.lastMeeting, "\(w(meeting.heldOn)) \(w(meeting.body.words)) \(presence)", w)
        }
        if let controls = elements.controls.max(by: { $0.since < $1.since }) {
            let parts: [(Bool, BilingualText)] = [
                (controls.ownAccount, words.ownAccount), (controls.twoSignatures, words.twoSignatures),
                (controls.accountsShown, words.accountsShown),
            ]
            content.add(words.money, parts.filter(\.0).map { w($0.1) }.joined(separator: w(Catalogue.frame.listMark)), w)
            content.missing += parts.filter { !$0.0 }.map { w(words.noneOf($0.1)) }
        }
        return content
    }

    /// The newest service boundary.
    static func serviceBoundary(_ dossier: OrganizationDossier, _ w: Words) -> ElementContent {
        var content = ElementContent()
        let words = Catalogue.organization
        guard let boundary = dossier.elements.boundaries.max(by: { $0.since < $1.since }) else { return content }
        let people = [boundary.peopleServed, boundary.targetPopulation.map { w(words.population($0)) }].compactMap(\.self)
        let areas = boundary.areas.map { dossier.place($0, w) }.joined(separator: w(Catalogue.frame.listMark))
        let parts: [(BilingualText, String?)] = [
            (words.content, boundary.content), (words.people, people.joined(separator: w(Catalogue.frame.listMark))), (words.area, areas),
            (words.limits, boundary.limits), (words.form, boundary.form),
        ]
        for (label, value) in parts {
            content.add(label, value, w)
            if value?.isEmpty ?? true { content.missing.append(w(words.noneOf(label))) }
        }
        content.add(words.since, w(boundary.since), w)
        return content
    }
}
