package import Access
package import Incubation
package import Postgres
package import Values

/// Who may be given something to do where the transaction reaches, by name; one row for each role that somebody holds.
package struct SelectColleagues: Statement {
    let number: OrganizationNumber?
    let area: AreaCode?
    let roles: [Role]
    let day: Day
    let limit: Int

    /// - Parameters:
    ///   - number: whose members are among them; nil for none.
    ///   - area: only those whose role reaches it; nil for all.
    package init(of number: OrganizationNumber?, reaching area: AreaCode?, roles: Set<Role>, on day: Day, limit: Int) {
        self.number = number
        self.area = area
        self.roles = roles.sorted { $0.rawValue < $1.rawValue }
        self.day = day
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT account, display_name, role
          FROM colleagues
         WHERE role = ANY(\(roles.map(\.rawValue))) AND from_day <= \(day) AND coalesce(until_day, 'infinity') >= \(day)
           AND (organization_district IS NULL OR (organization_district = \(number?.district) AND organization_serial = \(number?.serial)))
           AND (area IS NULL OR \(area) IS NULL OR \(area) LIKE area || '%')
         ORDER BY display_name, account, role
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (account: AccountNumber, name: String, role: Role) {
        try row.decode(as: AccountNumber.self, String.self, Role.self)
    }
}
