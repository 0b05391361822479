package import Postgres
package import Values

/// An area and the retired areas that it took over, directly or in several steps: where to look for what lies in it.
package struct AreaRoots: Hashable, Sendable {
    let codes: [String]

    /// The part of a statement on `organizations o` that keeps what lies in the area.
    ///
    /// Codes below an area begin with its code, and the next character is a digit or a hyphen, which both sort before a colon; a range
    /// like that uses the index on the area.
    var condition: SQL { "AND \(fragment: holds("o.area"))" }

    /// Whether what a column holds lies in the area, for statements of other tables.
    func holds(_ column: SQL) -> SQL {
        if codes.count == 1 {
            return "(\(fragment: column) >= \(codes[0]) AND \(fragment: column) < \(codes[0] + ":"))"
        }
        return """
            EXISTS (
                SELECT FROM unnest(\(codes)) AS root (code) WHERE \(fragment: column) >= root.code AND \(fragment: column) < root.code || ':')
            """
    }

    /// The one district that all of it lies in; nil when there may be several.
    var district: District? {
        codes.count == 1 ? AreaCode(codes[0])?.district : nil
    }
}

/// Finds an area's roots; no row when there is no such area.
package struct SelectAreaRoots: Statement {
    let area: AreaCode

    package init(of area: AreaCode) {
        self.area = area
    }

    package var sql: SQL {
        """
        WITH RECURSIVE roots AS (
            SELECT code
              FROM areas
             WHERE code = \(area)
            UNION
            SELECT r.code
              FROM roots
              JOIN areas r ON r.successor >= roots.code AND r.successor < roots.code || ':')
        SELECT array_agg(code ORDER BY code)
          FROM roots
        HAVING count(*) > 0
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AreaRoots {
        AreaRoots(codes: try row.decode(as: [String].self))
    }
}
