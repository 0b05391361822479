package import Incubation
package import Postgres
package import Values

/// Keeps others from changing a person until the transaction ends; no row when the organization has no such person.
package struct LockPerson: Statement {
    let number: OrganizationNumber
    let person: Int64

    package init(_ person: Int64, of number: OrganizationNumber) {
        self.person = person
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT person, state, wrapped_key, name
          FROM people
         WHERE district = \(number.district) AND serial = \(number.serial) AND person = \(person)
           FOR UPDATE
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredPerson {
        let (person, state, key, name) = try row.decode(as: Int64.self, PersonState.self, [UInt8]?.self, [UInt8]?.self)
        return StoredPerson(person: person, state: state, wrappedKey: key, name: name)
    }
}

/// Destroys a person's key, name, hash and contacts. What else points at the person stays, and finds a number.
package struct ErasePersonData: Sendable {
    let number: OrganizationNumber
    let person: Int64
    let basis: String

    package init(_ person: Int64, of number: OrganizationNumber, basis: String) {
        self.person = person
        self.number = number
        self.basis = basis
    }

    /// In the order in which they must run.
    package var statements: [SQL] {
        [
            """
            DELETE FROM organization_contacts
             WHERE district = \(number.district) AND serial = \(number.serial) AND person = \(person)
            """,
            """
            UPDATE people
               SET state = 'erased', hash = NULL, wrapped_key = NULL, name = NULL, basis = \(basis), restricted_until = NULL, state_since = now()
             WHERE district = \(number.district) AND serial = \(number.serial) AND person = \(person)
            """,
        ]
    }
}

/// Restricts a person to being stored, or ends that.
package struct SetRestriction: Command {
    let number: OrganizationNumber
    let person: Int64
    let basis: String?
    let until: Day?

    /// - Parameter basis: nil ends the restriction.
    package init(_ person: Int64, of number: OrganizationNumber, basis: String?, until: Day? = nil) {
        self.person = person
        self.number = number
        self.basis = basis
        self.until = until
    }

    package var sql: SQL {
        """
        UPDATE people
           SET state = \(basis == nil ? PersonState.active : .restricted), basis = \(basis), restricted_until = \(until), state_since = now()
         WHERE district = \(number.district) AND serial = \(number.serial) AND person = \(person)
        """
    }
}

/// People whose restriction has ended by a day.
package struct SelectEndedRestrictions: Statement {
    let today: Day
    let limit: Int

    package init(by today: Day, limit: Int) {
        self.today = today
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT district, serial, person
          FROM people
         WHERE state = 'restricted' AND restricted_until < \(today)
         ORDER BY restricted_until, district, serial, person
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (number: OrganizationNumber, person: Int64) {
        let (district, serial, person) = try row.decode(as: District.self, Int64.self, Int64.self)
        return (OrganizationNumber(district: district, serial: serial), person)
    }
}
