import Incubation
package import Postgres
package import Values

/// What an area's organizations are counted by.
package enum CountedBy: String, CaseIterable, Sendable {
    case legalStatus, category, stage, status, severity, flag
}

/// The run whose findings are counted, and the runs of single organizations since then that take the place of what it found.
package struct CountedRuns: Hashable, Sendable {
    /// nil counts none.
    let run: Int64?
    let refreshes: [Int64]

    /// - Parameter refreshes: none to count the run as it was.
    package init(run: Int64?, refreshes: [Int64]) {
        self.run = run
        self.refreshes = refreshes
    }

    /// One row for each organization, as the list of flagged organizations shows it.
    fileprivate var findings: SQL {
        let columns: SQL = "s.district, s.serial, s.shown_status, s.worst_severity, s.flags"
        if refreshes.isEmpty { return "SELECT \(fragment: columns) FROM assessments s WHERE s.run = \(run)" }
        let newer: SQL = """
            NOT EXISTS (
                SELECT FROM assessments n
                 WHERE n.district = s.district AND n.serial = s.serial AND n.run = ANY (\(refreshes)) AND n.run > s.run)
            """
        return """
            SELECT \(fragment: columns) FROM assessments s WHERE s.run = \(run) AND \(fragment: newer)
            UNION ALL
            SELECT \(fragment: columns) FROM assessments s WHERE s.run = ANY (\(refreshes)) AND \(fragment: newer)
            """
    }
}

/// How many organizations of an area there are of each sort. A sort without a name is left empty.
package struct SelectAreaCounts: Statement {
    let areas: AreaRoots?
    let runs: CountedRuns

    /// - Parameter areas: nil for the whole register.
    package init(in areas: AreaRoots?, runs: CountedRuns) {
        self.areas = areas
        self.runs = runs
    }

    package var sql: SQL {
        """
        WITH chosen AS MATERIALIZED (
            SELECT o.district, o.serial, o.legal_status, o.category, c.stage, s.shown_status AS status, s.worst_severity, s.flags
              FROM organizations o
              LEFT JOIN incubation_cases c ON c.district = o.district AND c.serial = o.serial
              LEFT JOIN (\(fragment: runs.findings)) s ON s.district = o.district AND s.serial = o.serial
             WHERE true
               \(fragment: areas?.condition ?? ""))
        SELECT 'legalStatus', legal_status, count(*) FROM chosen GROUP BY 2
        UNION ALL
        SELECT 'category', coalesce(category, ''), count(*) FROM chosen GROUP BY 2
        UNION ALL
        SELECT 'stage', coalesce(stage, ''), count(*) FROM chosen GROUP BY 2
        UNION ALL
        SELECT 'status', status, count(*) FROM chosen WHERE status IS NOT NULL GROUP BY 2
        UNION ALL
        SELECT 'severity', coalesce(worst_severity, ''), count(*) FROM chosen WHERE status IS NOT NULL GROUP BY 2
        UNION ALL
        (SELECT 'flag', flag, count(*)
           FROM chosen, unnest(flags) AS flag
          GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT 10)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (by: String, key: String, count: Int64) {
        try row.decode(as: String.self, String.self, Int64.self)
    }
}

/// How many organizations lie in an area, and what a run found about them.
package struct AreaTally: Hashable, Sendable {
    package let area: AreaCode
    package let organizations: Int64
    package let unsustainable: Int64
    package let watch: Int64
    package let stable: Int64
    package let incomplete: Int64
    package let inIncubation: Int64
}

/// The same for every area directly below one.
package struct SelectPartTallies: Statement {
    let area: AreaCode?
    let runs: CountedRuns

    /// - Parameter area: nil for the provinces.
    package init(below area: AreaCode?, runs: CountedRuns) {
        self.area = area
        self.runs = runs
    }

    package var sql: SQL {
        """
        SELECT p.code, count(o.serial), count(*) FILTER (WHERE s.shown_status = 'unsustainable'), count(*) FILTER (WHERE s.shown_status = 'watch'),
               count(*) FILTER (WHERE s.shown_status = 'stable'), count(*) FILTER (WHERE s.shown_status = 'incomplete'),
               count(*) FILTER (WHERE c.stage IN ('admitted', 'incubating'))
          FROM areas p
          LEFT JOIN organizations o ON o.area >= p.code AND o.area < p.code || ':'
          LEFT JOIN incubation_cases c ON c.district = o.district AND c.serial = o.serial
          LEFT JOIN (\(fragment: runs.findings)) s ON s.district = o.district AND s.serial = o.serial
         WHERE (p.parent = \(area) OR (\(area) IS NULL AND p.parent IS NULL))
         GROUP BY p.code
         ORDER BY p.code
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AreaTally {
        let (area, organizations, unsustainable, watch, stable, incomplete, inIncubation) = try row.decode(
            as: AreaCode.self, Int64.self, Int64.self, Int64.self, Int64.self, Int64.self, Int64.self)
        return AreaTally(
            area: area, organizations: organizations, unsustainable: unsustainable, watch: watch, stable: stable, incomplete: incomplete,
            inIncubation: inIncubation)
    }
}
