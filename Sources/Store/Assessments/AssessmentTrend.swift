package import Incubation
package import Postgres
package import Values

/// What the newest runs for different days found about an organization, the latest day first. Of several runs for a day the last one counts.
package struct SelectTrend: Statement {
    let number: OrganizationNumber
    let limit: Int

    package init(of number: OrganizationNumber, limit: Int) {
        self.number = number
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT DISTINCT ON (r.as_of)
               \(fragment: AssessmentColumns.list)
          FROM \(fragment: AssessmentColumns.tables)
         WHERE s.district = \(number.district) AND s.serial = \(number.serial) AND r.finished_at IS NOT NULL
         ORDER BY r.as_of DESC, s.run DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredAssessmentRow {
        try AssessmentColumns.decode(row)
    }
}

/// How many organizations of a run fall into each of twenty equal parts of 0 to 100 %, in a district; parts without any are left out.
package struct SelectDistribution: Statement {
    /// Into how many parts the estimates are put.
    package static let parts = 20
    let run: Int64
    let district: District

    package init(run: Int64, district: District) {
        self.run = run
        self.district = district
    }

    package var sql: SQL {
        """
        SELECT least(floor(s.probability * \(Double(Self.parts)))::integer, \(Int32(Self.parts - 1))), count(*)
          FROM assessments s
         WHERE s.district = \(district) AND s.run = \(run) AND s.probability IS NOT NULL
         GROUP BY 1
         ORDER BY 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (part: Int32, count: Int64) {
        try row.decode(as: Int32.self, Int64.self)
    }
}
