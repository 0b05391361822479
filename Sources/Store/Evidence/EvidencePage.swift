import Appraisal
package import Incubation
package import Postgres
package import Values

/// An organization as an assessment goes through the register.
package struct AssessedOrganization: Hashable, Sendable {
    package let district: District
    package let serial: Int64
    /// The population of the rubric that it belongs to, from its classification in the scheme `population`.
    package let population: String
    /// Tells kinds apart that are ranked by themselves: population and legal form.
    package let kind: Int64
    package let foundedOn: Day?

    package var number: OrganizationNumber { OrganizationNumber(district: district, serial: serial) }
}

/// The organizations of a range, in the order of their numbers, whether or not they existed on a day.
///
/// The classifications, too, are held to the range: the server does not conclude from one to the other and would read all of them every time.
struct SelectOrganizationsInRange: Statement {
    let range: NumberRange
    let areas: AreaRoots?
    /// Whether the range is a part of the text, so that the server plans for it every time; with one organization any plan is right.
    let isWritten: Bool

    /// The population of organizations that are classified in none.
    private static let usual = "community"

    var sql: SQL {
        """
        SELECT o.district, o.serial, coalesce(p.code, \(Self.usual)), hashtextextended(coalesce(p.code, \(Self.usual)) || '/' || o.legal_form, 0),
               o.founded_on
          FROM organizations o
          LEFT JOIN organization_classifications p ON p.district = o.district AND p.serial = o.serial AND p.scheme = 'population'
               AND \(fragment: condition(on: "p."))
         WHERE \(fragment: condition(on: "o."))
           \(fragment: areas?.condition ?? "")
         ORDER BY o.district, o.serial
        """
    }

    private func condition(on table: SQL) -> SQL {
        let condition = range.condition(on: table)
        return isWritten ? condition.writtenOut ?? condition : condition
    }

    func decode(_ row: Row) throws(PostgresError) -> AssessedOrganization {
        let (district, serial, population, kind, founded) = try row.decode(
            as: District.self, Int64.self, String.self, Int64.self, Day?.self)
        return AssessedOrganization(district: district, serial: serial, population: population, kind: kind, foundedOn: founded)
    }
}

/// From one organization's number to another's, both included: what the records of a page are read by.
package struct NumberRange: Hashable, Sendable {
    package let first: OrganizationNumber
    package let last: OrganizationNumber

    package init(from first: OrganizationNumber, through last: OrganizationNumber) {
        self.first = first
        self.last = last
    }

    /// One organization.
    package init(_ number: OrganizationNumber) {
        self.init(from: number, through: number)
    }

    /// The part of a statement that keeps the range's rows; the primary keys begin with these columns.
    func condition(on table: SQL = "") -> SQL {
        """
        (\(fragment: table)district, \(fragment: table)serial) >= (\(number: first.district.rawValue), \(number: first.serial))
           AND (\(fragment: table)district, \(fragment: table)serial) <= (\(number: last.district.rawValue), \(number: last.serial))
        """
    }
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
