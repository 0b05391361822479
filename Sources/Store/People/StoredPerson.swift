package import Incubation
package import Postgres
import Values

extension PersonState: PostgresCodable {}

/// A person as stored, sealed.
package struct StoredPerson: Hashable, Sendable {
    package let person: Int64
    package let state: PersonState
    /// nil once erased, and as long as it is unsealed.
    package let wrappedKey: [UInt8]?
    /// nil also for somebody of whom only a contact is known.
    package let name: [UInt8]?

    package init(person: Int64, state: PersonState, wrappedKey: [UInt8]?, name: [UInt8]?) {
        self.person = person
        self.state = state
        self.wrappedKey = wrappedKey
        self.name = name
    }
}

/// The person of an organization whom a name means; added when nobody of that name is known.
package struct EnsurePerson: Statement {
    let number: OrganizationNumber
    let staged: StagedPerson
    /// Whether what was sealed is the name; otherwise it is a contact of somebody without a name.
    let hasName: Bool

    package init(_ staged: StagedPerson, of number: OrganizationNumber, hasName: Bool) {
        self.staged = staged
        self.number = number
        self.hasName = hasName
    }

    package var sql: SQL {
        """
        WITH named AS (
            SELECT k.*, \(fragment: SQL(trusted: PersonHash.of("k.token", in: "k"))) AS hash
              FROM (SELECT \(number.district) AS district, \(number.serial) AS serial, \(staged.token) AS token) AS k),
        added AS (
            INSERT INTO people (district, serial, hash, wrapped_key, name)
            SELECT district, serial, hash, \(staged.wrappedKey), \(hasName ? staged.sealed : nil)
              FROM named
            ON CONFLICT (district, serial, hash) DO NOTHING
            RETURNING person, wrapped_key)
        SELECT person, wrapped_key
          FROM added
        UNION ALL
        SELECT p.person, p.wrapped_key
          FROM people p
          JOIN named n ON n.district = p.district AND n.serial = p.serial AND n.hash = p.hash
        """
    }

    /// With the key that the person has, which is an older one when the person was known.
    package func decode(_ row: Row) throws(PostgresError) -> (person: Int64, wrappedKey: [UInt8]) {
        let (person, key) = try row.decode(as: Int64.self, [UInt8].self)
        return (person, key)
    }
}

/// Removes those of an organization's people whom nothing names any more. Erased people stay, as numbers.
package struct RemoveUnnamedPeople: Command {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        DELETE FROM people p
         WHERE p.district = \(number.district) AND p.serial = \(number.serial) AND p.state = 'active'
           AND NOT EXISTS (SELECT FROM leadership_posts l WHERE l.district = p.district AND l.serial = p.serial AND l.person = p.person)
           AND NOT EXISTS (SELECT FROM mentor_assignments m WHERE m.district = p.district AND m.serial = p.serial AND m.person = p.person)
           AND NOT EXISTS (SELECT FROM organization_contacts c WHERE c.district = p.district AND c.serial = p.serial AND c.person = p.person)
        """
    }
}
