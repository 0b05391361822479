package import Incubation
package import Postgres
import Values

/// The names of some organizations.
package struct SelectNames: Statement {
    let numbers: [OrganizationNumber]

    package init(of numbers: [OrganizationNumber]) {
        self.numbers = numbers
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, o.name
          FROM unnest(\(numbers.map(\.district.rawValue)), \(numbers.map(\.serial))) AS wanted (district, serial)
          JOIN organizations o ON o.district = wanted.district AND o.serial = wanted.serial
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (number: OrganizationNumber, name: String) {
        let (district, serial, name) = try row.decode(as: District.self, Int64.self, String.self)
        return (OrganizationNumber(district: district, serial: serial), name)
    }
}
