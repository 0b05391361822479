package import Appraisal
package import Postgres
package import Values

/// The columns that make an ``AssessmentRun``, from a table called `r`.
enum AssessmentRunColumns {
    static let list: SQL = "r.run, r.kind, r.as_of, r.area, r.rubric, r.rubric_hash, r.seed, r.started_at, r.finished_at, r.organizations"

    static func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        let (run, kind, asOf, area, rubric, hash, seed, started, finished, organizations) = try row.decode(
            as: Int64.self, AssessmentRun.Kind.self, Day.self, AreaCode?.self, String.self, String.self, Int64.self, Instant.self,
            Instant?.self, Int64.self)
        return AssessmentRun(
            run: run, kind: kind, asOf: asOf, area: area, rubric: rubric, rubricHash: hash, seed: seed, startedAt: started,
            finishedAt: finished, organizations: organizations)
    }
}

/// Begins a run; of nightly ones no second for the same day and area, then there is no row.
package struct InsertAssessmentRun: Statement {
    let kind: AssessmentRun.Kind
    let asOf: Day
    let area: AreaCode?
    let rubric: String
    let rubricHash: String
    let seed: Int64
    let caller: String

    package init(kind: AssessmentRun.Kind, asOf: Day, area: AreaCode?, rubric: String, rubricHash: String, seed: Int64, caller: String) {
        self.kind = kind
        self.asOf = asOf
        self.area = area
        self.rubric = rubric
        self.rubricHash = rubricHash
        self.seed = seed
        self.caller = caller
    }

    package var sql: SQL {
        """
        INSERT INTO assessment_runs AS r (kind, as_of, area, rubric, rubric_hash, seed, requested_by)
        VALUES (\(kind), \(asOf), \(area), \(rubric), \(rubricHash), \(seed), \(caller))
        ON CONFLICT (as_of, coalesce(area, '')) WHERE kind = 'nightly' DO NOTHING
        RETURNING \(fragment: AssessmentRunColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}

/// The nightly run of a day and area, finished or not.
package struct FindNightlyRun: Statement {
    let asOf: Day
    let area: AreaCode?

    package init(asOf: Day, area: AreaCode?) {
        self.asOf = asOf
        self.area = area
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AssessmentRunColumns.list)
          FROM assessment_runs r
         WHERE r.kind = 'nightly' AND r.as_of = \(asOf) AND coalesce(r.area, '') = coalesce(\(area), '')
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}

/// One run by its number, finished or not.
package struct FindRun: Statement {
    let run: Int64

    package init(_ run: Int64) {
        self.run = run
    }

    package var sql: SQL {
        "SELECT \(fragment: AssessmentRunColumns.list) FROM assessment_runs r WHERE r.run = \(run)"
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}

/// Ends a run whose parts are all done; no row when another one ended it.
package struct FinishAssessmentRun: Statement {
    let run: Int64

    package init(run: Int64) {
        self.run = run
    }

    package var sql: SQL {
        """
        UPDATE assessment_runs r
           SET finished_at = clock_timestamp(),
               organizations = (SELECT coalesce(sum(p.organizations), 0) FROM assessment_parts p WHERE p.run = r.run)::bigint
         WHERE r.run = \(run) AND r.finished_at IS NULL
           AND NOT EXISTS (SELECT FROM assessment_parts p WHERE p.run = r.run AND p.organizations IS NULL)
        RETURNING \(fragment: AssessmentRunColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}

/// Runs, the newest first.
package struct SelectAssessmentRuns: Statement {
    let before: Int64
    let limit: Int

    package init(before: Int64, limit: Int) {
        self.before = before
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AssessmentRunColumns.list)
          FROM assessment_runs r
         WHERE r.run < \(before)
         ORDER BY r.run DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}

/// The finished runs of single organizations since a run.
package struct SelectRefreshRuns: Statement {
    let run: Int64

    package init(since run: Int64) {
        self.run = run
    }

    package var sql: SQL {
        "SELECT run FROM assessment_runs WHERE run > \(run) AND kind = 'refresh' AND finished_at IS NOT NULL ORDER BY run"
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// One finished run by its number, or the newest finished one of an area or the register.
package struct FindAssessmentRun: Statement {
    let run: Int64?
    let area: AreaCode?

    /// - Parameter area: passes over runs of other areas that neither hold it nor lie in it.
    package init(_ run: Int64?, reaching area: AreaCode? = nil) {
        self.run = run
        self.area = area
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AssessmentRunColumns.list)
          FROM assessment_runs r
         WHERE r.finished_at IS NOT NULL AND (r.run = \(run) OR (\(run) IS NULL AND r.kind <> 'refresh'))
           AND (\(area) IS NULL OR r.area IS NULL OR starts_with(\(area), r.area) OR starts_with(r.area, \(area)))
         ORDER BY r.run DESC
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}
