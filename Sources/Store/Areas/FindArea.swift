package import Incubation
package import Postgres
package import Values

/// One area by its code.
package struct FindArea: Statement {
    package let code: AreaCode

    package init(code: AreaCode) {
        self.code = code
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AreaColumns.list)
          FROM areas a
         WHERE a.code = \(code)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Area {
        try AreaColumns.decode(row)
    }
}

/// The columns that make an ``Incubation/Area``, from a table called `a`.
enum AreaColumns {
    static let list: SQL = "a.code, a.name, a.english_name, a.level, a.parent, a.valid_from, a.valid_until, a.successor"

    static func decode(_ row: Row) throws(PostgresError) -> Area {
        let (code, name, englishName, level, parent, from, until, successor) = try row.decode(
            as: AreaCode.self, String.self, String?.self, AreaLevel.self, AreaCode?.self, Day?.self, Day?.self, AreaCode?.self)
        return Area(
            code: code, name: name, englishName: englishName, level: level, parent: parent, validFrom: from, validUntil: until,
            successor: successor)
    }
}
