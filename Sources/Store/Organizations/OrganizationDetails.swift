package import Incubation
package import Postgres
package import Values

/// The areas an organization serves.
package struct SelectServiceAreas: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        "SELECT area FROM service_areas WHERE district = \(number.district) AND serial = \(number.serial) ORDER BY area"
    }

    package func decode(_ row: Row) throws(PostgresError) -> AreaCode {
        try row.decode(as: AreaCode.self)
    }
}

/// An organization's codes in classification schemes.
package struct SelectClassifications: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT scheme, code
          FROM organization_classifications
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY scheme, code
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Classification {
        let (scheme, code) = try row.decode(as: String.self, String.self)
        return Classification(scheme: scheme, code: code)
    }
}
