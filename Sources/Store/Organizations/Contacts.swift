package import Incubation
package import Postgres

/// A contact as stored, sealed under the key of whoever is reached by it.
package struct StoredContact: Hashable, Sendable {
    package let kind: ContactKind
    package let value: [UInt8]
    package let holder: StoredPerson
}

/// An organization's contacts in their order, but those of people who are not to be shown.
package struct SelectContacts: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT c.kind, c.value, p.person, p.state, p.wrapped_key, p.name
          FROM organization_contacts c
          JOIN people p ON p.district = c.district AND p.serial = c.serial AND p.person = c.person
         WHERE c.district = \(number.district) AND c.serial = \(number.serial) AND p.state = 'active'
         ORDER BY c.contact
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredContact {
        let (kind, value, person, state, key, name) = try row.decode(
            as: ContactKind.self, [UInt8].self, Int64.self, PersonState.self, [UInt8]?.self, [UInt8]?.self)
        return StoredContact(kind: kind, value: value, holder: StoredPerson(person: person, state: state, wrappedKey: key, name: name))
    }
}

/// A contact sealed to be recorded.
package struct SealedContact: Sendable {
    let kind: ContactKind
    let person: Int64
    let value: [UInt8]
    let token: [UInt8]

    /// - Parameters:
    ///   - person: who is reached by it, under whose key the value is sealed.
    ///   - token: of the value and the kind.
    package init(kind: ContactKind, person: Int64, value: [UInt8], token: [UInt8]) {
        self.kind = kind
        self.person = person
        self.value = value
        self.token = token
    }
}

/// The statements that put new contacts in place of the old ones. Those of people who are not to be shown stay: whoever edits has not
/// seen them.
package struct ReplaceContacts: Sendable {
    let number: OrganizationNumber
    let contacts: [SealedContact]

    package init(of number: OrganizationNumber, _ contacts: [SealedContact]) {
        self.number = number
        self.contacts = contacts
    }

    /// In the order in which they must run.
    package var statements: [SQL] {
        [
            """
            DELETE FROM organization_contacts c
             USING people p
             WHERE c.district = \(number.district) AND c.serial = \(number.serial)
               AND p.district = c.district AND p.serial = c.serial AND p.person = c.person AND p.state = 'active'
            """,
            """
            INSERT INTO organization_contacts (district, serial, contact, kind, person, value, value_hash)
            SELECT k.district, k.serial, c.place + k.last, c.kind, c.person, c.value, \(fragment: SQL(trusted: PersonHash.of("c.token", in: "k")))
              FROM (SELECT \(number.district) AS district, \(number.serial) AS serial,
                           (SELECT coalesce(max(contact), 0)
                              FROM organization_contacts
                             WHERE district = \(number.district) AND serial = \(number.serial)) AS last) AS k,
                   unnest(\(contacts.map(\.kind)), \(contacts.map(\.person)), \(contacts.map(\.value)), \(contacts.map(\.token)))
                   WITH ORDINALITY AS c (kind, person, value, token, place)
            """,
        ]
    }
}
