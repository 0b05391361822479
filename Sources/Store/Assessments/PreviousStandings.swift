package import Incubation
package import Postgres
package import Values

/// How an organization stood in the newest finished run for an earlier day.
package struct PreviousStanding: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let status: String
    package let shownStatus: String
    package let flags: [String]
    package let flagsSince: [Day]
}

/// How the organizations of a range stood before a day, in the order of their numbers.
package struct SelectPreviousStandings: Statement {
    let range: NumberRange
    let asOf: Day

    package init(in range: NumberRange, before asOf: Day) {
        self.range = range
        self.asOf = asOf
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, p.status, p.shown_status, p.flags, p.flags_since
          FROM organizations o
         CROSS JOIN LATERAL (
                SELECT s.status, s.shown_status, s.flags, s.flags_since
                  FROM assessments s
                  JOIN assessment_runs r ON r.run = s.run
                 WHERE s.district = o.district AND s.serial = o.serial AND r.finished_at IS NOT NULL AND r.as_of < \(asOf)
                 ORDER BY s.run DESC
                 LIMIT 1) p
         WHERE \(fragment: range.condition(on: "o."))
         ORDER BY o.district, o.serial
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> PreviousStanding {
        let (district, serial, status, shown, flags, since) = try row.decode(
            as: District.self, Int64.self, String.self, String.self, [String].self, [Day].self)
        return PreviousStanding(
            organization: OrganizationNumber(district: district, serial: serial), status: status, shownStatus: shown, flags: flags,
            flagsSince: since)
    }
}

/// Whether any finished run is for an earlier day: one row if so.
package struct FindEarlierRun: Statement {
    let asOf: Day

    package init(before asOf: Day) {
        self.asOf = asOf
    }

    package var sql: SQL { "SELECT run FROM assessment_runs WHERE finished_at IS NOT NULL AND as_of < \(asOf) LIMIT 1" }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
