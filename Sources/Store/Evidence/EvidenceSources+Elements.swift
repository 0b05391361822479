import Appraisal
import Postgres
import Values

/// The leadership team. A vice chair and a secretary do the same key post; posts that nobody holds are worked out from those recorded.
struct LeadershipSource: EvidenceSource {
    let columns = 9
    var list: WritableKeyPath<Evidence, ArraySlice<LeadershipPost>> { \.leadershipPosts }

    /// The key posts that every organization needs filled: chair, vice chair or secretary, treasurer, supervisor.
    private static let keyPosts = ["chair", "secretary", "treasurer", "supervisor"]

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, entry, CASE post WHEN 'viceChair' THEN 'secretary' ELSE post END, person, term_began,
               term_ends, CASE WHEN left_on <= \(date: asOf.date) THEN left_on END, recorded_on
          FROM leadership_posts
         WHERE \(fragment: range.condition()) AND recorded_on <= \(date: asOf.date)
         ORDER BY district, serial, entry
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> LeadershipPost {
        let (entry, post, person, began) = (try fields.int64(), try fields.text(), try fields.int64(), try fields.day())
        let (ends, left, recordedOn) = (try fields.optionalDay(), try fields.optionalDay(), try fields.day())
        var record = LeadershipPost(
            record: RecordMark(source: SourceReference(kind: .leadershipPost, id: entry), knownOn: recordedOn), post: post,
            isKey: Self.keyPosts.contains(post), person: person, since: began)
        record.termEndsOn = ends
        record.until = left
        return record
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
    let columns = 7
    var list: WritableKeyPath<Evidence, ArraySlice<CharterRecord>> { \.charters }

    private static let headings = 12

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, charter_version, adopted_on, CASE WHEN reviewed_on <= \(date: asOf.date) THEN reviewed_on END, cardinality(clauses),
               recorded_on
          FROM charters
         WHERE \(fragment: range.condition()) AND recorded_on <= \(date: asOf.date)
         ORDER BY district, serial, charter_version
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> CharterRecord {
        let (version, adoptedOn, reviewedOn) = (try fields.int32(), try fields.day(), try fields.optionalDay())
        let (clauses, recordedOn) = (try fields.int32(), try fields.day())
        return CharterRecord(
            record: RecordMark(source: SourceReference(kind: .charter, id: Int64(version)), knownOn: recordedOn), adoptedOn: adoptedOn,
            clausesRequired: Self.headings, clausesPresent: Int(clauses), reviewedOn: reviewedOn)
    }
}

/// The governance bodies.
struct BodySource: EvidenceSource {
    let columns = 6
    var list: WritableKeyPath<Evidence, ArraySlice<GovernanceBody>> { \.governanceBodies }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, formed_on, CASE WHEN dissolved_on <= \(date: asOf.date) THEN dissolved_on END, coalesce(meetings_per_year, 0), recorded_on
          FROM governance_bodies
         WHERE \(fragment: range.condition()) AND recorded_on <= \(date: asOf.date)
         ORDER BY district, serial, formed_on
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> GovernanceBody {
        let (formedOn, dissolvedOn, meetings) = (try fields.day(), try fields.optionalDay(), try fields.int32())
        return GovernanceBody(
            record: RecordMark(source: SourceReference(.governanceBody, on: formedOn), knownOn: try fields.day()), formedOn: formedOn,
            dissolvedOn: dissolvedOn, meetingsRequiredPerYear: Int(meetings))
    }
}

/// The meetings, each held against the quorum that its body had then; more than half where the charter names none.
struct MeetingSource: EvidenceSource {
    let columns = 5
    var list: WritableKeyPath<Evidence, ArraySlice<MeetingRecord>> { \.meetings }

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
                   AND b.recorded_on <= \(date: asOf.date)
                 ORDER BY b.formed_on DESC
                 LIMIT 1) q ON true
         WHERE \(fragment: range.condition()) AND m.recorded_on <= \(date: asOf.date) AND m.held_on <= \(date: asOf.date)
         ORDER BY district, serial, m.held_on
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> MeetingRecord {
        let (heldOn, recordedOn) = (try fields.day(), try fields.day())
        return MeetingRecord(
            record: RecordMark(source: SourceReference(.meeting, on: heldOn), knownOn: recordedOn), heldOn: heldOn,
            hadQuorum: try fields.bool())
    }
}

/// The money controls.
struct ControlsSource: EvidenceSource {
    let columns = 7
    var list: WritableKeyPath<Evidence, ArraySlice<MoneyControlsRecord>> { \.moneyControls }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, since, greatest(since, recorded_on), own_account, two_signatures, accounts_shown
          FROM money_controls
         WHERE \(fragment: range.condition()) AND greatest(since, recorded_on) <= \(date: asOf.date)
         ORDER BY district, serial, since
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> MoneyControlsRecord {
        let (since, knownOn) = (try fields.day(), try fields.day())
        return MoneyControlsRecord(
            record: RecordMark(source: SourceReference(.moneyControls, on: since), knownOn: knownOn), hasOwnAccount: try fields.bool(),
            needsTwoPeople: try fields.bool(), showsAccountsToMembers: try fields.bool())
    }
}

/// The service boundaries.
struct BoundarySource: EvidenceSource {
    let columns = 9
    var list: WritableKeyPath<Evidence, ArraySlice<ServiceBoundaryRecord>> { \.serviceBoundaries }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, since, greatest(since, recorded_on), cardinality(areas) > 0, people_served IS NOT NULL, content IS NOT NULL,
               limits IS NOT NULL, target_population
          FROM service_boundaries
         WHERE \(fragment: range.condition()) AND greatest(since, recorded_on) <= \(date: asOf.date)
         ORDER BY district, serial, since
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> ServiceBoundaryRecord {
        let (since, knownOn) = (try fields.day(), try fields.day())
        return ServiceBoundaryRecord(
            record: RecordMark(source: SourceReference(.serviceBoundary, on: since), knownOn: knownOn), statesArea: try fields.bool(),
            statesPopulation: try fields.bool(), statesServices: try fields.bool(), statesLimits: try fields.bool(),
            targetPopulation: try fields.optionalInt32().map(Int.init))
    }
}
