package import Access
package import Incubation
package import Postgres
package import Values

/// Who may be given something to do where the transaction reaches, by name; one row for each role that somebody holds.
package struct SelectColleagues: Statement {
    let number: OrganizationNumber?
    let area: AreaCode?
    let isWithin: Bool
    let roles: [Role]
    let day: Day
    let limit: Int

    /// - Parameters:
    ///   - number: whose members are among them; nil for none.
    ///   - area: only those whose role reaches it; nil for all.
    ///   - isWithin: also those whose role reaches a part of it.
    package init(
        of number: OrganizationNumber?, reaching area: AreaCode?, orWithin isWithin: Bool, roles: Set<Role>, on day: Day, limit: Int
    ) {
        self.number = number
        self.area = area
        self.isWithin = isWithin
        self.roles = roles.sorted { $0.rawValue < $1.rawValue }
        self.day = day
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT account, display_name, role
          FROM (SELECT account, display_name, role, from_day, until_day
                  FROM colleagues \(fragment: area.map(condition) ?? "")
                 UNION ALL
                SELECT account, display_name, role, from_day, until_day
                  FROM organization_members
                 WHERE organization_district = \(number?.district) AND organization_serial = \(number?.serial)) c
         WHERE role = ANY(\(roles.map(\.rawValue))) AND from_day <= \(day) AND coalesce(until_day, 'infinity') >= \(day)
         ORDER BY display_name, account, role
         LIMIT \(limit)
        """
    }

    /// Said by equalities and a range, which the index on areas finds among a nation's staff.
    private func condition(_ area: AreaCode) -> SQL {
        let above = area.text.indices.map { String(area.text[...$0]) }
        let within: SQL = isWithin ? " OR (scope = 'area' AND area >= \(area.text) AND area < \(area.text + ":"))" : ""
        return "WHERE scope = 'nation' OR (scope = 'area' AND area = ANY(\(above)))\(fragment: within)"
    }

    package func decode(_ row: Row) throws(PostgresError) -> (account: AccountNumber, name: String, role: Role) {
        try row.decode(as: AccountNumber.self, String.self, Role.self)
    }
}
