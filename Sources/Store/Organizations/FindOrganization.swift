package import Incubation
package import Postgres
package import Values

/// One organization by its number.
package struct FindOrganization: Statement {
    let number: OrganizationNumber
    /// Keeps others from changing it until the transaction ends.
    let lock: Bool

    package init(_ number: OrganizationNumber, lock: Bool = false) {
        self.number = number
        self.lock = lock
    }

    package var sql: SQL {
        """
        SELECT \(fragment: OrganizationColumns.list)
          FROM organizations o
         WHERE o.district = \(number.district) AND o.serial = \(number.serial)
        \(fragment: lock ? "FOR UPDATE" : "")
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> CommunityOrganization {
        try OrganizationColumns.decode(row)
    }
}

/// Whether there is an organization: one row if there is.
package struct FindOrganizationNumber: Statement {
    let number: OrganizationNumber

    package init(_ number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        "SELECT serial FROM organizations WHERE district = \(number.district) AND serial = \(number.serial)"
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Who holds a credit code, now or ever.
package struct FindCreditCodeHolder: Statement {
    let code: UnifiedSocialCreditCode

    package init(of code: UnifiedSocialCreditCode) {
        self.code = code
    }

    package var sql: SQL {
        "SELECT district, serial FROM credit_codes WHERE code = \(code)"
    }

    package func decode(_ row: Row) throws(PostgresError) -> OrganizationNumber {
        let (district, serial) = try row.decode(as: District.self, Int64.self)
        return OrganizationNumber(district: district, serial: serial)
    }
}
