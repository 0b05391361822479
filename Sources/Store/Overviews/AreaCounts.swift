import Incubation
package import Postgres
package import Values

/// What an area's organizations are counted by.
package enum CountedBy: String, CaseIterable, Sendable {
    case legalStatus, category, stage, status, severity, flag
}

/// How many organizations of an area there are of each sort. A sort without a name is left empty.
package struct SelectAreaCounts: Statement {
    let areas: AreaRoots?
    let run: Int64?

    /// - Parameters:
    ///   - areas: nil for the whole register.
    ///   - run: the run whose findings are counted; nil counts none.
    package init(in areas: AreaRoots?, run: Int64?) {
        self.areas = areas
        self.run = run
    }

    package var sql: SQL {
        """
        WITH chosen AS MATERIALIZED (
            SELECT o.district, o.serial, o.legal_status, o.category, c.stage, s.shown_status AS status, s.worst_severity, s.flags
              FROM organizations o
              LEFT JOIN incubation_cases c ON c.district = o.district AND c.serial = o.serial
              LEFT JOIN assessments s ON s.district = o.district AND s.serial = o.serial AND s.run = \(run)
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
    let run: Int64?

    /// - Parameter area: nil for the provinces.
    package init(below area: AreaCode?, run: Int64?) {
        self.area = area
        self.run = run
    }

    package var sql: SQL {
        """
        SELECT p.code, count(o.serial), count(*) FILTER (WHERE s.shown_status = 'unsustainable'), count(*) FILTER (WHERE s.shown_status = 'watch'),
               count(*) FILTER (WHERE s.shown_status = 'stable'), count(*) FILTER (WHERE s.shown_status = 'incomplete'),
               count(*) FILTER (WHERE c.stage IN ('admitted', 'incubating'))
          FROM areas p
          LEFT JOIN organizations o ON o.area >= p.code AND o.area < p.code || ':'
          LEFT JOIN incubation_cases c ON c.district = o.district AND c.serial = o.serial
          LEFT JOIN assessments s ON s.district = o.district AND s.serial = o.serial AND s.run = \(run)
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
