package import Appraisal
package import Incubation
package import Postgres
import Values

/// Compares an organization with those of its population and legal form in its district, in one run.
package struct CompareWithCohortOfRun: Statement {
    let number: OrganizationNumber
    let run: Int64

    package init(_ number: OrganizationNumber, run: Int64) {
        self.number = number
        self.run = run
    }

    package var sql: SQL {
        """
        WITH kinds AS (
            SELECT o.serial, o.legal_form, coalesce(p.code, 'community') AS population
              FROM organizations o
              LEFT JOIN organization_classifications p ON p.district = o.district AND p.serial = o.serial AND p.scheme = 'population'
             WHERE o.district = \(number.district)),
        cohort AS (
            SELECT s.*
              FROM kinds own
              JOIN kinds k ON k.legal_form = own.legal_form AND k.population = own.population
              JOIN assessments s ON s.district = \(number.district) AND s.run = \(run) AND s.serial = k.serial
             WHERE own.serial = \(number.serial))
        SELECT count(*), count(*) FILTER (WHERE shown_status = 'unsustainable'), count(*) FILTER (WHERE shown_status = 'watch'),
               count(*) FILTER (WHERE shown_status = 'stable'), count(*) FILTER (WHERE shown_status = 'incomplete'),
               percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY probability),
               percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY points::double precision),
               avg(CASE WHEN points < own.own_points THEN 1.0 WHEN points = own.own_points THEN 0.5 ELSE 0 END)::double precision
          FROM cohort
         CROSS JOIN (SELECT points AS own_points FROM cohort WHERE serial = \(number.serial)) own
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> CohortOfRun {
        let (all, unsustainable, watched, stable, incomplete, probabilities, points, below) = try row.decode(
            as: Int64.self, Int64.self, Int64.self, Int64.self, Int64.self, [Double]?.self, [Double]?.self, Double?.self)
        return CohortOfRun(
            organizations: all, unsustainable: unsustainable, watched: watched, stable: stable, incomplete: incomplete,
            probabilityQuarters: probabilities, pointQuarters: points, pointsBelow: below)
    }
}
