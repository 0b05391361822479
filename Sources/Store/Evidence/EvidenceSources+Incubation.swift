import Appraisal
import Postgres
import Values

/// The activity log by month. How many different people took part is not recorded, so the largest activity of the month stands for it:
/// at least so many were active.
struct ActivitySource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, date_trunc('month', held_on)::date, max(recorded_on), count(*), max(held_on),
               max(coalesce(participants, 0) + coalesce(volunteers, 0))
                   FILTER (WHERE num_nonnulls(participants, volunteers) > 0)::bigint,
               count(*) FILTER (WHERE NOT inside_boundary), count(*) FILTER (WHERE kind = 'service')
          FROM activities
         WHERE \(fragment: range.condition) AND recorded_on <= \(asOf) AND held_on <= \(asOf)
         GROUP BY district, serial, date_trunc('month', held_on)
         ORDER BY district, serial, 3
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, month, knownOn, activities, last, people, outside, services) = try row.decode(
            as: Int64.self, Int64.self, Day.self, Day.self, Int64.self, Day.self, Int64?.self, Int64.self, Int64.self)
        var record = ActivityMonth(
            record: RecordMark(source: SourceReference(.activity, on: last), knownOn: knownOn), month: month, activities: Int(activities))
        record.lastActivityOn = last
        record.activePeople = people.map(Double.init)
        record.outsideBoundary = Int(outside)
        record.results = Int(services)
        return (EvidenceKey(district: district, serial: serial), { [record] in $0.activityMonths.append(record) })
    }
}

/// The mentors.
struct MentorSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, person, from_day, CASE WHEN until_day <= \(asOf) THEN until_day END, recorded_on
          FROM mentor_assignments
         WHERE \(fragment: range.condition) AND recorded_on <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, mentor, from, until, recordedOn) = try row.decode(
            as: Int64.self, Int64.self, Int64.self, Day.self, Day?.self, Day.self)
        let record = MentorAssignment(
            record: RecordMark(source: SourceReference(.mentorAssignment, on: from), knownOn: recordedOn), mentor: mentor, since: from,
            until: until)
        return (EvidenceKey(district: district, serial: serial), { $0.mentors.append(record) })
    }
}

/// The steps of the incubation case; of several on one day only the last is where the case stood.
struct CaseSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, step, stage, stage IN ('admitted', 'incubating'), entered_on,
               lead(entered_on) OVER (PARTITION BY district, serial ORDER BY step)
          FROM case_steps
         WHERE \(fragment: range.condition) AND entered_on <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, step, stage, isIncubation, enteredOn, next) = try row.decode(
            as: Int64.self, Int64.self, Int32.self, String.self, Bool.self, Day.self, Day?.self)
        let record = IncubationStageRecord(
            record: RecordMark(
                source: SourceReference(kind: .incubationCase, id: Int64(step)), knownOn: enteredOn,
                replacedOn: next == enteredOn ? enteredOn : nil),
            stage: stage, isIncubation: isIncubation, enteredOn: enteredOn)
        return (EvidenceKey(district: district, serial: serial), { $0.incubationStages.append(record) })
    }
}
