package import Incubation
package import Postgres
package import Values

/// Areas in the order of their codes, after a key.
package struct SelectAreas: Statement {
    let parent: AreaCode?
    let level: AreaLevel?
    let name: String?
    let after: String
    let limit: Int

    package init(parent: AreaCode?, level: AreaLevel?, name: String?, after: String, limit: Int) {
        self.parent = parent
        self.level = level
        self.name = name
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AreaColumns.list)
          FROM areas a
         WHERE a.code > \(after)
           AND (\(parent) IS NULL OR a.parent = \(parent))
           AND (\(level) IS NULL OR a.level = \(level))
           AND (\(name) IS NULL OR a.name = \(name))
         ORDER BY a.code
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Area {
        try AreaColumns.decode(row)
    }
}

/// The areas that an area lies in, the topmost first.
package struct SelectAncestors: Statement {
    let code: AreaCode

    package init(of code: AreaCode) {
        self.code = code
    }

    package var sql: SQL {
        """
        WITH RECURSIVE above AS (
            SELECT p.*, 1 AS distance
              FROM areas c
              JOIN areas p ON p.code = c.parent
             WHERE c.code = \(code)
            UNION ALL
            SELECT p.*, above.distance + 1
              FROM above
              JOIN areas p ON p.code = above.parent
             WHERE above.distance < 10)
        SELECT \(fragment: AreaColumns.list)
          FROM above a
         ORDER BY a.distance DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Area {
        try AreaColumns.decode(row)
    }
}

/// Adds an area.
package struct InsertArea: Command {
    let area: Area
    let origin: Origin

    /// Whether an area belongs to the national list or was added here.
    package enum Origin: String, Sendable {
        case national
        case local
    }

    package init(area: Area, origin: Origin = .local) {
        self.area = area
        self.origin = origin
    }

    package var sql: SQL {
        """
        INSERT INTO areas (code, name, english_name, level, parent, valid_from, valid_until, successor, origin)
        VALUES (\(area.code), \(area.name), \(area.englishName), \(area.level), \(area.parent), \(area.validFrom), \(area.validUntil),
                \(area.successor), \(origin.rawValue))
        """
    }
}
