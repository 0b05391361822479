import Values

/// Measures of charter, governance structure and service boundary.
extension MeasureContext {
    private func charter(_ evidence: Evidence) -> CharterRecord? {
        newest(evidence.charters) { $0.adoptedOn ?? .latest }
    }

    func charterOnFile(_ evidence: Evidence) -> Finding {
        if let charter = charter(evidence) { return .of(1, charter.record) }
        guard let draft = newest(evidence.charters, by: { $0.record.knownOn }) else { return .missing }
        return .of(0, draft.record)
    }

    func charterCompleteness(_ evidence: Evidence) -> Finding {
        guard let charter = charter(evidence) else { return .missing }
        guard charter.clausesRequired > 0 else { return .blank }
        return .of((Double(charter.clausesPresent) / Double(charter.clausesRequired)).held(within: 0...1), charter.record)
    }

    func yearsSinceCharterReview(_ evidence: Evidence) -> Finding {
        guard let charter = charter(evidence), let adopted = charter.adoptedOn else { return .missing }
        let reviewed = charter.reviewedOn.map { $0 <= asOf ? max($0, adopted) : adopted } ?? adopted
        return .of(Double(asOf.days(since: reviewed)) / 365.25, charter.record)
    }

    var legalStanding: Finding {
        guard let profile else { return .missing }
        guard let stands = profile.stands(on: asOf) else { return .blank }
        return .of(stands ? 1 : 0, profile.record)
    }

    private func exists(_ body: GovernanceBody) -> Bool {
        guard let formed = body.formedOn, formed <= asOf else { return false }
        return body.dissolvedOn.map { $0 >= asOf } ?? true
    }

    func bodiesComplete(_ evidence: Evidence) -> Finding {
        let bodies = known(evidence.governanceBodies)
        guard let first = bodies.first else { return .missing }
        return .of(Double(bodies.count(where: exists)) / Double(bodies.count), (bodies.first { !exists($0) } ?? first).record)
    }

    /// Meetings of the last twelve months.
    private func meetings(_ evidence: Evidence) -> [MeetingRecord] {
        known(evidence.meetings).filter { $0.heldOn >= yearBegins && $0.heldOn <= asOf }
    }

    func meetingsHeld(_ evidence: Evidence) -> Finding {
        let bodies = known(evidence.governanceBodies).filter(exists)
        guard let body = bodies.first else { return .missing }
        let required = bodies.reduce(0.0) { $0 + Double(max(0, $1.meetingsRequiredPerYear)) }
        guard required > 0 else { return .notApplicable }
        guard bodies.contains(where: { ($0.formedOn ?? asOf) <= yearBegins }) else { return .notYet }
        let meetings = self.meetings(evidence)
        return .of(Double(meetings.count) / required, meetings.max { $0.heldOn < $1.heldOn }?.record ?? body.record)
    }

    func quorumRate(_ evidence: Evidence) -> Finding {
        let meetings = self.meetings(evidence)
        guard !meetings.isEmpty else { return .notApplicable }
        let stated = meetings.filter { $0.hadQuorum != nil }
        guard let last = stated.max(by: { $0.heldOn < $1.heldOn }) else { return .blank }
        return .of(Double(stated.count { $0.hadQuorum == true }) / Double(stated.count), last.record)
    }

    func moneyControls(_ evidence: Evidence) -> Finding {
        guard let controls = newest(evidence.moneyControls, by: { $0.record.knownOn }) else { return .missing }
        let answers = [controls.hasOwnAccount, controls.needsTwoPeople, controls.showsAccountsToMembers]
        guard answers.contains(where: { $0 != nil }) else { return .blank }
        return .of(Double(answers.count { $0 == true }), controls.record)
    }

    func boundaryDefined(_ evidence: Evidence) -> Finding {
        guard let boundary = newest(evidence.serviceBoundaries, by: { $0.record.knownOn }) else { return .missing }
        let stated = [boundary.statesArea, boundary.statesPopulation, boundary.statesServices, boundary.statesLimits]
        return .of(Double(stated.count { $0 }), boundary.record)
    }
}
