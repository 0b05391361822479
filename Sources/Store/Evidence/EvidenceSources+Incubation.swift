import Appraisal
import Postgres
import Values

/// The activity log by month. How many different people took part is not recorded, so the largest activity of the month stands for it:
/// at least so many were active.
struct ActivitySource: EvidenceSource {
    let columns = 9
    var list: WritableKeyPath<Evidence, ArraySlice<ActivityMonth>> { \.activityMonths }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, date_trunc('month', held_on)::date, max(recorded_on), count(*), max(held_on),
               max(coalesce(participants, 0) + coalesce(volunteers, 0))
                   FILTER (WHERE num_nonnulls(participants, volunteers) > 0)::bigint,
               count(*) FILTER (WHERE NOT inside_boundary), count(*) FILTER (WHERE kind = 'service')
          FROM activities
         WHERE \(fragment: range.condition()) AND recorded_on <= \(date: asOf.date) AND held_on <= \(date: asOf.date)
         GROUP BY district, serial, date_trunc('month', held_on)
         ORDER BY district, serial, 3
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> ActivityMonth {
        let (month, knownOn, activities, last) = (try fields.day(), try fields.day(), try fields.int64(), try fields.day())
        var record = ActivityMonth(
            record: RecordMark(source: SourceReference(.activity, on: last), knownOn: knownOn), month: month, activities: Int(activities))
        record.lastActivityOn = last
        record.activePeople = try fields.optionalInt64().map(Double.init)
        record.outsideBoundary = Int(try fields.int64())
        record.results = Int(try fields.int64())
        return record
    }
}

/// The mentors.
struct MentorSource: EvidenceSource {
    let columns = 6
    var list: WritableKeyPath<Evidence, ArraySlice<MentorAssignment>> { \.mentors }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, person, from_day, CASE WHEN until_day <= \(date: asOf.date) THEN until_day END, recorded_on
          FROM mentor_assignments
         WHERE \(fragment: range.condition()) AND recorded_on <= \(date: asOf.date)
         ORDER BY district, serial, person, from_day
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> MentorAssignment {
        let (mentor, from, until, recordedOn) = (try fields.int64(), try fields.day(), try fields.optionalDay(), try fields.day())
        return MentorAssignment(
            record: RecordMark(source: SourceReference(.mentorAssignment, on: from), knownOn: recordedOn), mentor: mentor, since: from,
            until: until)
    }
}

/// The steps of the incubation case; of several on one day only the last is where the case stood.
struct CaseSource: EvidenceSource {
    let columns = 6
    var list: WritableKeyPath<Evidence, ArraySlice<IncubationStageRecord>> { \.incubationStages }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, step, stage, stage IN ('admitted', 'incubating'), entered_on
          FROM case_steps
         WHERE \(fragment: range.condition()) AND entered_on <= \(date: asOf.date)
         ORDER BY district, serial, step
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> IncubationStageRecord {
        let (step, stage, isIncubation, enteredOn) = (try fields.int32(), try fields.text(), try fields.bool(), try fields.day())
        return IncubationStageRecord(
            record: RecordMark(source: SourceReference(kind: .incubationCase, id: Int64(step)), knownOn: enteredOn), stage: stage,
            isIncubation: isIncubation, enteredOn: enteredOn)
    }

    func follow(_ earlier: inout IncubationStageRecord, by later: IncubationStageRecord) {
        if later.enteredOn == earlier.enteredOn { earlier.record.replacedOn = earlier.enteredOn }
    }
}
