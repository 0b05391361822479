package import Appraisal
package import Postgres
package import Values

/// The columns that make an ``AssessmentRun``, from a table called `r`.
enum AssessmentRunColumns {
    static let list: SQL = "r.run, r.as_of, r.area, r.rubric, r.rubric_hash, r.started_at, r.finished_at, r.organizations"

    static func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        let (run, asOf, area, rubric, hash, started, finished, organizations) = try row.decode(
            as: Int64.self, Day.self, AreaCode?.self, String.self, String.self, Instant.self, Instant?.self, Int64.self)
        return AssessmentRun(
            run: run, asOf: asOf, area: area, rubric: rubric, rubricHash: hash, startedAt: started, finishedAt: finished,
            organizations: organizations)
    }
}

/// Begins a run.
package struct InsertAssessmentRun: Statement {
    let asOf: Day
    let area: AreaCode?
    let rubric: String
    let rubricHash: String

    package init(asOf: Day, area: AreaCode?, rubric: String, rubricHash: String) {
        self.asOf = asOf
        self.area = area
        self.rubric = rubric
        self.rubricHash = rubricHash
    }

    package var sql: SQL {
        """
        INSERT INTO assessment_runs AS r (as_of, area, rubric, rubric_hash)
        VALUES (\(asOf), \(area), \(rubric), \(rubricHash))
        RETURNING \(fragment: AssessmentRunColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}

/// Ends a run.
package struct FinishAssessmentRun: Statement {
    let run: Int64
    let organizations: Int64

    package init(run: Int64, organizations: Int64) {
        self.run = run
        self.organizations = organizations
    }

    package var sql: SQL {
        """
        UPDATE assessment_runs r
           SET finished_at = clock_timestamp(), organizations = \(organizations)
         WHERE r.run = \(run)
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

/// One finished run by its number, or the newest finished one.
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
         WHERE r.finished_at IS NOT NULL AND (\(run) IS NULL OR r.run = \(run))
           AND (\(area) IS NULL OR r.area IS NULL OR starts_with(\(area), r.area) OR starts_with(r.area, \(area)))
         ORDER BY r.run DESC
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentRun {
        try AssessmentRunColumns.decode(row)
    }
}
