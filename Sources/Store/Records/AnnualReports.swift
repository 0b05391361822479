package import Incubation
package import Postgres
import Values

/// An organization's annual reports, the newest first.
package struct SelectAnnualReports: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT period_end, due_on, received_on, result
          FROM annual_reports
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY period_end DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AnnualReport {
        let (periodEnd, dueOn, receivedOn, result) = try row.decode(as: Day.self, Day.self, Day?.self, InspectionResult?.self)
        return AnnualReport(periodEnd: periodEnd, dueOn: dueOn, receivedOn: receivedOn, result: result)
    }
}

/// Writes down a report that is owed or has come. What was written before for the year is replaced.
package struct UpsertAnnualReport: Command {
    let number: OrganizationNumber
    let report: AnnualReport

    package init(_ report: AnnualReport, for number: OrganizationNumber) {
        self.number = number
        self.report = report
    }

    package var sql: SQL {
        """
        INSERT INTO annual_reports (district, serial, period_end, due_on, received_on, result)
        VALUES (\(number.district), \(number.serial), \(report.periodEnd), \(report.dueOn), \(report.receivedOn), \(report.result))
        ON CONFLICT (district, serial, period_end)
        DO UPDATE SET due_on = excluded.due_on, received_on = excluded.received_on, result = excluded.result
        """
    }
}
