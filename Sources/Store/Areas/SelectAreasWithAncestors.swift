package import Incubation
package import Postgres
package import Values

/// The areas of some codes and everything that they lie in, each once.
package struct SelectAreasWithAncestors: Statement {
    let codes: [AreaCode]

    package init(of codes: [AreaCode]) {
        self.codes = codes
    }

    package var sql: SQL {
        """
        WITH RECURSIVE above AS (
            SELECT c.*
              FROM areas c
             WHERE c.code = ANY(\(codes.map(\.text)))
            UNION
            SELECT p.*
              FROM above
              JOIN areas p ON p.code = above.parent)
        SELECT \(fragment: AreaColumns.list)
          FROM above a
         ORDER BY a.code
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Area {
        try AreaColumns.decode(row)
    }
}
