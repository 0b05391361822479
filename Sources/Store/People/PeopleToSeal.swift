package import Incubation
package import Postgres
import Values

/// A name or a contact that was recorded before people's data was sealed.
package struct PersonToSeal: Hashable, Sendable {
    package let number: OrganizationNumber
    package let entry: Int64
    /// Whose name it is; nil for a contact.
    package let person: Int64?
    /// The name; of a contact the person reached by it, if one was named.
    package let name: String?
    package let contact: Int32?
    package let kind: ContactKind?
    package let value: String?
}

/// Takes some of what waits to be sealed, names before contacts, so that a contact finds the person whom it names.
package struct TakePeopleToSeal: Statement {
    let limit: Int

    package init(limit: Int) {
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT district, serial, entry, person, name, contact, kind, value
          FROM people_to_seal
         ORDER BY contact IS NOT NULL, district, serial, entry
         LIMIT \(limit)
           FOR UPDATE
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> PersonToSeal {
        let (district, serial, entry, person, name, contact, kind, value) = try row.decode(
            as: District.self, Int64.self, Int64.self, Int64?.self, String?.self, Int32?.self, ContactKind?.self, String?.self)
        return PersonToSeal(
            number: OrganizationNumber(district: district, serial: serial), entry: entry, person: person, name: name, contact: contact,
            kind: kind, value: value)
    }
}

/// Seals the names of people who are there already.
package struct SealPeople: Command {
    let people: [(number: OrganizationNumber, person: Int64, staged: StagedPerson)]

    package init(_ people: [(number: OrganizationNumber, person: Int64, staged: StagedPerson)]) {
        self.people = people
    }

    package var sql: SQL {
        """
        UPDATE people p
           SET state = 'active', hash = \(fragment: SQL(trusted: PersonHash.of("s.token", in: "p"))), wrapped_key = s.key, name = s.name
          FROM unnest(\(people.map(\.number.district)), \(people.map(\.number.serial)), \(people.map(\.person)),
                      \(people.map(\.staged.token)), \(people.map(\.staged.wrappedKey)), \(people.map(\.staged.sealed)))
               AS s (district, serial, person, token, key, name)
         WHERE p.district = s.district AND p.serial = s.serial AND p.person = s.person AND p.state = 'unsealed'
        """
    }
}

/// Puts a sealed contact where it was.
package struct InsertContact: Command {
    let number: OrganizationNumber
    let contact: Int32
    let sealed: SealedContact

    package init(_ sealed: SealedContact, at contact: Int32, of number: OrganizationNumber) {
        self.sealed = sealed
        self.contact = contact
        self.number = number
    }

    package var sql: SQL {
        """
        INSERT INTO organization_contacts (district, serial, contact, kind, person, value, value_hash)
        SELECT k.district, k.serial, \(contact), \(sealed.kind), \(sealed.person), \(sealed.value),
               \(fragment: SQL(trusted: PersonHash.of("k.token", in: "k")))
          FROM (SELECT \(number.district) AS district, \(number.serial) AS serial, \(sealed.token) AS token) AS k
        """
    }
}

/// Forgets what has been sealed.
package struct ForgetSealed: Command {
    let entries: [Int64]

    package init(_ entries: [Int64]) {
        self.entries = entries
    }

    package var sql: SQL { "DELETE FROM people_to_seal WHERE entry = ANY(\(entries))" }
}
