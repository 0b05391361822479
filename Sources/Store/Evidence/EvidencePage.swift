import Appraisal
package import Incubation
package import Postgres
package import Values

/// An organization as an assessment goes through the register.
package struct AssessedOrganization: Hashable, Sendable {
    package let district: District
    package let serial: Int64
    package let name: String
    /// The population of the rubric that it belongs to, from its classification in the scheme `population`.
    package let population: String
    package let legalForm: String
    package let foundedOn: Day?
}

/// The next organizations that existed on a day, in the order of their numbers.
///
/// The classifications, too, are held to what comes behind the key: otherwise every page would read them from the beginning.
///
/// One exists from the first step of its legal history to the day before a step that ends it.
package struct SelectAssessedOrganizations: Statement {
    let asOf: Day
    let areas: AreaRoots?
    let after: (district: Int64, serial: Int64)
    let limit: Int

    /// The population of organizations that are classified in none.
    private static let usual = "community"

    package init(asOf: Day, areas: AreaRoots?, after: (district: Int64, serial: Int64), limit: Int) {
        self.asOf = asOf
        self.areas = areas
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, o.name, coalesce(p.code, \(Self.usual)), o.legal_form, o.founded_on
          FROM organizations o
          LEFT JOIN organization_classifications p ON p.district = o.district AND p.serial = o.serial AND p.scheme = 'population'
               AND (p.district, p.serial) > (\(after.district), \(after.serial))
         WHERE (o.district, o.serial) > (\(after.district), \(after.serial))
           AND (
                SELECT l.status IN ('idea', 'ledgered', 'filed', 'registered')
                  FROM legal_status_steps l
                 WHERE l.district = o.district AND l.serial = o.serial AND l.since <= \(asOf)
                 ORDER BY l.step DESC
                 LIMIT 1)
           \(fragment: areas?.condition ?? "")
         ORDER BY o.district, o.serial
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessedOrganization {
        let (district, serial, name, population, form, founded) = try row.decode(
            as: District.self, Int64.self, String.self, String.self, String.self, Day?.self)
        return AssessedOrganization(
            district: district, serial: serial, name: name, population: population, legalForm: form, foundedOn: founded)
    }
}

/// From the first to the last organization of a page, in the order of their numbers: what the records of a page are read by.
package struct NumberRange: Sendable {
    let first: (district: Int64, serial: Int64)
    let last: (district: Int64, serial: Int64)

    /// nil for a page of nobody.
    package init?(_ page: [AssessedOrganization]) {
        guard let first = page.first, let last = page.last else { return nil }
        self.first = (first.district.rawValue, first.serial)
        self.last = (last.district.rawValue, last.serial)
    }

    /// The part of a statement that keeps the page's records; the primary keys begin with these columns.
    var condition: SQL {
        """
        (district, serial) >= (\(first.district), \(first.serial)) AND (district, serial) <= (\(last.district), \(last.serial))
        """
    }
}

/// Where a record belongs.
struct EvidenceKey: Hashable {
    let district: Int64
    let serial: Int64
}

/// The currency of an organization's newest accounts as they were known on a day.
package struct FindAccountsCurrency: Statement {
    let number: OrganizationNumber
    let asOf: Day

    package init(of number: OrganizationNumber, asOf: Day) {
        self.number = number
        self.asOf = asOf
    }

    package var sql: SQL {
        """
        SELECT currency
          FROM yearly_accounts
         WHERE district = \(number.district) AND serial = \(number.serial) AND received_on <= \(asOf)
         ORDER BY period_end DESC, received_on DESC
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> String {
        try row.decode(as: String.self)
    }
}
