package import Appraisal
package import Postgres
package import Values

/// The cohorts of a district that were kept for a day; none where nobody made them yet.
package struct SelectCohorts: Statement {
    let district: District
    let asOf: Day

    package init(of district: District, asOf: Day) {
        self.district = district
        self.asOf = asOf
    }

    package var sql: SQL {
        """
        SELECT kind, income, net_assets, members
          FROM assessment_cohorts
         WHERE district = \(district) AND as_of = \(asOf)
         ORDER BY kind
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (key: CohortKey, amounts: [[Double]]) {
        let (kind, income, netAssets, members) = try row.decode(as: Int64.self, [Double].self, [Double].self, [Double].self)
        return (CohortKey(type: kind, area: district.rawValue), [income, netAssets, members])
    }
}

/// Forgets a district's cohorts of earlier days.
package struct DeleteOldCohorts: Command {
    let district: District
    let asOf: Day

    package init(of district: District, before asOf: Day) {
        self.district = district
        self.asOf = asOf
    }

    package var sql: SQL { "DELETE FROM assessment_cohorts WHERE district = \(district) AND as_of < \(asOf)" }
}

/// Keeps a cohort; one that is there already stays.
package struct InsertCohort: Command {
    let key: CohortKey
    let asOf: Day
    let amounts: [[Double]]

    /// - Parameter amounts: by ``Appraisal/CohortIndex/Quantity``.
    package init(_ key: CohortKey, asOf: Day, amounts: [[Double]]) {
        self.key = key
        self.asOf = asOf
        self.amounts = amounts
    }

    package var sql: SQL {
        """
        INSERT INTO assessment_cohorts (district, as_of, kind, income, net_assets, members)
        VALUES (\(key.area), \(asOf), \(key.type), \(amounts[0]), \(amounts[1]), \(amounts[2]))
        ON CONFLICT (district, as_of, kind) DO NOTHING
        """
    }
}

/// The newest amounts of every organization of a district that existed on a day.
package struct SelectCohortAmounts: Statement {
    let district: District
    let asOf: Day

    package init(of district: District, asOf: Day) {
        self.district = district
        self.asOf = asOf
    }

    package var sql: SQL {
        """
        SELECT hashtextextended(coalesce(p.code, 'community') || '/' || o.legal_form, 0), a.income, a.net_assets, a.members
          FROM (SELECT DISTINCT ON (serial) serial, income, net_assets, members
                  FROM yearly_accounts
                 WHERE district = \(district) AND received_on <= \(asOf) AND period_end <= \(asOf)
                 ORDER BY serial DESC, period_end DESC, received_on DESC) a
          JOIN organizations o ON o.district = \(district) AND o.serial = a.serial
          LEFT JOIN organization_classifications p ON p.district = \(district) AND p.serial = a.serial AND p.scheme = 'population'
         WHERE (SELECT l.status IN ('idea', 'ledgered', 'filed', 'registered')
                  FROM legal_status_steps l
                 WHERE l.district = \(district) AND l.serial = a.serial AND l.since <= \(asOf)
                 ORDER BY l.step DESC
                 LIMIT 1)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (kind: Int64, amounts: [Double?]) {
        let (kind, income, netAssets, members) = try row.decode(as: Int64.self, Int64?.self, Int64?.self, Int32?.self)
        return (kind, [income.map(Double.init), netAssets.map(Double.init), members.map(Double.init)])
    }
}
