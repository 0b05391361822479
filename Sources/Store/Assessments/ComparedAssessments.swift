package import Incubation
package import Postgres
import Values

/// Organizations of two runs that are not the same in both. What lacks in one of them is nil there.
package struct ComparedAssessmentRow: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let isInFirst: Bool
    package let isInSecond: Bool
}

/// Organizations of two runs whose status or flags are not the same, after a number, in the order of their numbers.
package struct SelectComparedAssessments: Statement {
    let before: Int64
    let after: Int64
    let behind: (district: Int64, serial: Int64)
    let limit: Int

    package init(before: Int64, after: Int64, behind: (district: Int64, serial: Int64), limit: Int) {
        self.before = before
        self.after = after
        self.behind = behind
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, a.run IS NOT NULL, b.run IS NOT NULL
          FROM organizations o
          LEFT JOIN assessments a ON a.district = o.district AND a.serial = o.serial AND a.run = \(before)
          LEFT JOIN assessments b ON b.district = o.district AND b.serial = o.serial AND b.run = \(after)
         WHERE (o.district, o.serial) > (\(behind.district), \(behind.serial))
           AND (a.shown_status IS DISTINCT FROM b.shown_status OR a.status IS DISTINCT FROM b.status OR a.flags IS DISTINCT FROM b.flags)
         ORDER BY o.district, o.serial
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> ComparedAssessmentRow {
        let (district, serial, isInFirst, isInSecond) = try row.decode(as: District.self, Int64.self, Bool.self, Bool.self)
        return ComparedAssessmentRow(
            organization: OrganizationNumber(district: district, serial: serial), isInFirst: isInFirst, isInSecond: isInSecond)
    }
}

/// What a run found about several organizations, in the order of their numbers.
package struct SelectAssessments: Statement {
    let run: Int64
    let numbers: [OrganizationNumber]

    package init(of numbers: [OrganizationNumber], run: Int64) {
        self.run = run
        self.numbers = numbers
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AssessmentColumns.list)
          FROM \(fragment: AssessmentColumns.tables)
          JOIN unnest(\(numbers.map(\.district.rawValue)), \(numbers.map(\.serial))) AS wanted (district, serial)
               ON wanted.district = s.district AND wanted.serial = s.serial
         WHERE s.run = \(run)
         ORDER BY s.district, s.serial
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredAssessmentRow {
        try AssessmentColumns.decode(row)
    }
}
