package import Incubation
package import Postgres
import Values

/// The public organization that a number given by a visitor means: a credit code, a filing number, or the number of the case, which is the
/// organization's. No row for one that is not public, and none for a filing number that several offices have given.
package struct FindByPublicNumber: Statement {
    let creditCode: String
    let filingNumber: String
    let number: OrganizationNumber?

    package init(creditCode: String, filingNumber: String, number: OrganizationNumber?) {
        self.creditCode = creditCode
        self.filingNumber = filingNumber
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT min(o.district), min(o.serial), min(o.legal_status)
          FROM organizations o
         WHERE (o.credit_code = \(creditCode)
                OR o.filing_number = \(filingNumber)
                OR (o.district = \(number?.district) AND o.serial = \(number?.serial)))
           AND o.legal_status = ANY(\(LegalStatus.allCases.filter(\.isPublic)))
        HAVING count(*) = 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (number: OrganizationNumber, status: LegalStatus) {
        let (district, serial, status) = try row.decode(as: District.self, Int64.self, LegalStatus.self)
        return (OrganizationNumber(district: district, serial: serial), status)
    }
}
