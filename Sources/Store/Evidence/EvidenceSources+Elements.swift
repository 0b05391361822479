import Appraisal
import Postgres
import Values

/// The leadership team. A vice chair and a secretary do the same key post; posts that nobody holds are worked out from those recorded.
struct LeadershipSource: EvidenceSource {
    /// The key posts that every organization needs filled: chair, vice chair or secretary, treasurer, supervisor.
    private static let keyPosts = ["chair", "secretary", "treasurer", "supervisor"]

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, entry, CASE post WHEN 'viceChair' THEN 'secretary' ELSE post END, person, term_began,
               term_ends, CASE WHEN left_on <= \(asOf) THEN left_on END, recorded_on
          FROM leadership_posts
         WHERE \(fragment: range.condition) AND recorded_on <= \(asOf)
         ORDER BY district, serial, entry
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, entry, post, person, began, ends, left, recordedOn) = try row.decode(
            as: Int64.self, Int64.self, Int64.self, String.self, Int64.self, Day.self, Day?.self, Day?.self, Day.self)
        var record = LeadershipPost(
            record: RecordMark(source: SourceReference(kind: .leadershipPost, id: entry), knownOn: recordedOn), post: post,
            isKey: Self.keyPosts.contains(post), person: person, since: began)
        record.termEndsOn = ends
        record.until = left
        return (EvidenceKey(district: district, serial: serial), { [record] in $0.leadershipPosts.append(record) })
    }

    /// Adds the vacancies of key posts to an organization whose team is on record: since the last holder left, or since the beginning.
    static func addVacancies(to evidence: inout Evidence, foundedOn: Day?) {
        guard let first = evidence.leadershipPosts.min(by: { $0.since < $1.since }) else { return }
        for post in keyPosts {
            let holders = evidence.leadershipPosts.filter { $0.post == post }
            if holders.contains(where: { $0.until == nil }) { continue }
            let since = holders.compactMap(\.until).max()?.adding(days: 1) ?? foundedOn.map { max($0, first.since) } ?? first.since
            let mark = RecordMark(source: holders.last?.record.source ?? first.record.source, knownOn: max(since, first.record.knownOn))
            evidence.leadershipPosts.append(LeadershipPost(record: mark, post: post, isKey: true, person: nil, since: since))
        }
    }
}

/// The versions of the charter. The model charter's headings are what is required.
struct CharterSource: EvidenceSource {
    private static let headings = 12

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, charter_version, adopted_on, CASE WHEN reviewed_on <= \(asOf) THEN reviewed_on END, cardinality(clauses),
               recorded_on
          FROM charters
         WHERE \(fragment: range.condition) AND recorded_on <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, version, adoptedOn, reviewedOn, clauses, recordedOn) = try row.decode(
            as: Int64.self, Int64.self, Int32.self, Day.self, Day?.self, Int32.self, Day.self)
        let record = CharterRecord(
            record: RecordMark(source: SourceReference(kind: .charter, id: Int64(version)), knownOn: recordedOn), adoptedOn: adoptedOn,
            clausesRequired: Self.headings, clausesPresent: Int(clauses), reviewedOn: reviewedOn)
        return (EvidenceKey(district: district, serial: serial), { $0.charters.append(record) })
    }
}

/// The governance bodies.
struct BodySource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, formed_on, CASE WHEN dissolved_on <= \(asOf) THEN dissolved_on END, coalesce(meetings_per_year, 0), recorded_on
          FROM governance_bodies
         WHERE \(fragment: range.condition) AND recorded_on <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, formedOn, dissolvedOn, meetings, recordedOn) = try row.decode(
            as: Int64.self, Int64.self, Day.self, Day?.self, Int32.self, Day.self)
        let record = GovernanceBody(
            record: RecordMark(source: SourceReference(.governanceBody, on: formedOn), knownOn: recordedOn), formedOn: formedOn,
            dissolvedOn: dissolvedOn, meetingsRequiredPerYear: Int(meetings))
        return (EvidenceKey(district: district, serial: serial), { $0.governanceBodies.append(record) })
    }
}

/// The meetings, each held against the quorum that its body had then; more than half where the charter names none.
struct MeetingSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, m.held_on, m.recorded_on, m.entitled > 0 AND CASE
                   WHEN q.quorum_per_mille IS NULL THEN m.present::bigint * 2 > m.entitled
                   ELSE m.present::bigint * 1000 >= m.entitled::bigint * q.quorum_per_mille
               END
          FROM governance_meetings m
          LEFT JOIN LATERAL (
                SELECT b.quorum_per_mille
                  FROM governance_bodies b
                 WHERE b.district = m.district AND b.serial = m.serial AND b.kind = m.body AND b.formed_on <= m.held_on
                   AND b.recorded_on <= \(asOf)
                 ORDER BY b.formed_on DESC
                 LIMIT 1) q ON true
         WHERE \(fragment: range.condition) AND m.recorded_on <= \(asOf) AND m.held_on <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, heldOn, recordedOn, hadQuorum) = try row.decode(as: Int64.self, Int64.self, Day.self, Day.self, Bool.self)
        let record = MeetingRecord(
            record: RecordMark(source: SourceReference(.meeting, on: heldOn), knownOn: recordedOn), heldOn: heldOn, hadQuorum: hadQuorum)
        return (EvidenceKey(district: district, serial: serial), { $0.meetings.append(record) })
    }
}

/// The money controls.
struct ControlsSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, since, greatest(since, recorded_on), own_account, two_signatures, accounts_shown
          FROM money_controls
         WHERE \(fragment: range.condition) AND greatest(since, recorded_on) <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, since, knownOn, ownAccount, twoSignatures, accountsShown) = try row.decode(
            as: Int64.self, Int64.self, Day.self, Day.self, Bool.self, Bool.self, Bool.self)
        let record = MoneyControlsRecord(
            record: RecordMark(source: SourceReference(.moneyControls, on: since), knownOn: knownOn), hasOwnAccount: ownAccount,
            needsTwoPeople: twoSignatures, showsAccountsToMembers: accountsShown)
        return (EvidenceKey(district: district, serial: serial), { $0.moneyControls.append(record) })
    }
}

/// The service boundaries.
struct BoundarySource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, since, greatest(since, recorded_on), cardinality(areas) > 0, people_served IS NOT NULL, content IS NOT NULL,
               limits IS NOT NULL, target_population
          FROM service_boundaries
         WHERE \(fragment: range.condition) AND greatest(since, recorded_on) <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, since, knownOn, area, people, content, limits, population) = try row.decode(
            as: Int64.self, Int64.self, Day.self, Day.self, Bool.self, Bool.self, Bool.self, Bool.self, Int32?.self)
        let record = ServiceBoundaryRecord(
            record: RecordMark(source: SourceReference(.serviceBoundary, on: since), knownOn: knownOn), statesArea: area,
            statesPopulation: people, statesServices: content, statesLimits: limits, targetPopulation: population.map(Int.init))
        return (EvidenceKey(district: district, serial: serial), { $0.serviceBoundaries.append(record) })
    }
}
