package import Incubation
package import Postgres
package import Values

/// The newest service boundary of an organization.
package struct BoundaryRow: Hashable, Sendable {
    package let number: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let category: OrganizationCategory?
    package let content: String?
    package let peopleServed: String?
    package let areas: [AreaCode]
}

/// The newest service boundary of every living organization of some areas.
package struct SelectBoundariesIn: Statement {
    let areas: AreaRoots
    let limit: Int

    package init(_ areas: AreaRoots, limit: Int) {
        self.areas = areas
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, o.name, o.english_name, o.category, b.content, b.people_served, b.areas
          FROM organizations o
          JOIN LATERAL (
               SELECT content, people_served, areas
                 FROM service_boundaries b
                WHERE b.district = o.district AND b.serial = o.serial
                ORDER BY since DESC
                LIMIT 1) b ON true
         WHERE o.legal_status IN ('idea', 'ledgered', 'filed', 'registered')
           \(fragment: areas.condition)
         ORDER BY o.district, o.serial
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> BoundaryRow {
        let (district, serial, name, english, category, content, people, areas) = try row.decode(
            as: District.self, Int64.self, String.self, String?.self, OrganizationCategory?.self, String?.self, String?.self,
            [AreaCode].self)
        return BoundaryRow(
            number: OrganizationNumber(district: district, serial: serial), name: name, englishName: english, category: category,
            content: content, peopleServed: people, areas: areas)
    }
}
