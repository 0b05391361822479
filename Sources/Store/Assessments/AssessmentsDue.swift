package import Incubation
package import Postgres
import Values

/// Marks an organization whose evidence changed. Whoever assesses it meanwhile is waited for, so that no change is missed.
package struct MarkAssessmentDue: Command {
    let number: OrganizationNumber

    package init(_ number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        INSERT INTO assessments_due (district, serial)
        VALUES (\(number.district), \(number.serial))
        ON CONFLICT (district, serial) DO NOTHING
        """
    }
}

/// Takes marks away that nobody is at, the oldest first.
package struct TakeAssessmentsDue: Statement {
    let limit: Int

    package init(limit: Int) {
        self.limit = limit
    }

    package var sql: SQL {
        """
        DELETE FROM assessments_due d
         USING (SELECT district, serial
                  FROM assessments_due
                 ORDER BY since, district, serial
                 LIMIT \(limit)
                   FOR UPDATE SKIP LOCKED) taken
         WHERE d.district = taken.district AND d.serial = taken.serial
        RETURNING d.district, d.serial
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> OrganizationNumber {
        let (district, serial) = try row.decode(as: District.self, Int64.self)
        return OrganizationNumber(district: district, serial: serial)
    }
}

/// Marks the organizations that an import has records of, as far as they were ever assessed: the others wait for the next run anyhow.
package struct MarkImportedDue: Command {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    package var sql: SQL {
        """
        WITH \(fragment: StagedRecords.accepted(job: job))
        INSERT INTO assessments_due (district, serial)
        SELECT DISTINCT s.district, s.serial
          FROM accepted s
         WHERE EXISTS (SELECT FROM assessments a WHERE a.district = s.district AND a.serial = s.serial)
        ON CONFLICT (district, serial) DO NOTHING
        """
    }
}

/// Whether any run ever finished: one row if so.
package struct FindAnyRun: Statement {
    package init() {}

    package var sql: SQL { "SELECT run FROM assessment_runs WHERE finished_at IS NOT NULL LIMIT 1" }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Whether any organization waits to be assessed anew: one row if so.
package struct FindAnyDue: Statement {
    package init() {}

    package var sql: SQL { "SELECT serial FROM assessments_due LIMIT 1" }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
