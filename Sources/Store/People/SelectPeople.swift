package import Incubation
package import Postgres
package import Values

/// A person with where the register names them, all sealed.
package struct StoredPersonFile: Hashable, Sendable {
    package let organization: OrganizationNumber
    /// The organization's, which decides what names are published.
    package let status: LegalStatus
    package let person: StoredPerson
    /// Why the person is restricted or was erased, by the name of the basis.
    package let basis: String?
    package let restrictedUntil: Day?
    package let stateSince: Instant
    /// In their order.
    package let posts: [PostKind]
    /// Those that the person holds now.
    package let currentPosts: [PostKind]
    package let isMentor: Bool
    package let contacts: [StoredContact]
}

/// People in the order of their organizations and numbers.
package struct SelectPeople: Statement {
    let scope: PeopleScope
    let person: Int64?
    let after: (serial: Int64, person: Int64)?
    let limit: Int

    /// - Parameter person: nil for all of the scope.
    package init(of scope: PeopleScope, person: Int64? = nil, after: (serial: Int64, person: Int64)? = nil, limit: Int) {
        self.scope = scope
        self.person = person
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT p.district, p.serial, o.legal_status, p.person, p.state, p.wrapped_key, p.name, p.basis, p.restricted_until, p.state_since,
               ARRAY(SELECT DISTINCT l.post FROM leadership_posts l WHERE \(fragment: Self.named(by: "l")) ORDER BY l.post) AS posts,
               ARRAY(SELECT DISTINCT l.post
                       FROM leadership_posts l
                      WHERE \(fragment: Self.named(by: "l")) AND l.left_on IS NULL
                      ORDER BY l.post) AS current_posts,
               EXISTS (SELECT FROM mentor_assignments m WHERE \(fragment: Self.named(by: "m"))) AS is_mentor,
               ARRAY(SELECT c.kind FROM organization_contacts c WHERE \(fragment: Self.named(by: "c")) ORDER BY c.contact) AS kinds,
               ARRAY(SELECT c.value FROM organization_contacts c WHERE \(fragment: Self.named(by: "c")) ORDER BY c.contact) AS contacts
          FROM people p
          JOIN organizations o ON o.district = p.district AND o.serial = p.serial
         WHERE p.district = \(scope.district)
           AND (\(scope.organization?.serial) IS NULL OR p.serial = \(scope.organization?.serial))
           AND (\(person) IS NULL OR p.person = \(person))
           AND (p.serial, p.person) > (\(after?.serial ?? 0), \(after?.person ?? 0))
         ORDER BY p.serial, p.person
         LIMIT \(limit)
        """
    }

    private static func named(by table: String) -> SQL {
        SQL(trusted: "\(table).district = p.district AND \(table).serial = p.serial AND \(table).person = p.person")
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredPersonFile {
        let (district, serial, status, number, state, key, name, basis, until, since, posts, current, isMentor, kinds, values) =
            try row.decode(
                as: District.self, Int64.self, LegalStatus.self, Int64.self, PersonState.self, [UInt8]?.self, [UInt8]?.self, String?.self,
                Day?.self, Instant.self, [PostKind].self, [PostKind].self, Bool.self, [ContactKind].self, [[UInt8]].self)
        let person = StoredPerson(person: number, state: state, wrappedKey: key, name: name)
        return StoredPersonFile(
            organization: OrganizationNumber(district: district, serial: serial), status: status, person: person, basis: basis,
            restrictedUntil: until, stateSince: since, posts: posts, currentPosts: current, isMentor: isMentor,
            contacts: zip(kinds, values).map { StoredContact(kind: $0, value: $1, holder: person) })
    }
}
