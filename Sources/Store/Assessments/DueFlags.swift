package import Incubation
package import Postgres
package import Values

/// A flag that somebody works on, with the name of the organization.
package struct DueFlagRow: Hashable, Sendable {
    package let flag: HandledFlagRow
    package let name: String
    package let englishName: String?
}

/// Where a page of due flags ends. What has no day comes last.
package struct DueFlagKey: Hashable, Sendable {
    package let dueOn: Day?
    package let number: OrganizationNumber
    package let code: String
    package let raisedOn: Day

    package init(dueOn: Day?, number: OrganizationNumber, code: String, raisedOn: Day) {
        self.dueOn = dueOn
        self.number = number
        self.code = code
        self.raisedOn = raisedOn
    }
}

/// Flags that are worked on and not resolved, by the day on which they are due.
package struct SelectDueFlags: Statement {
    let areas: AreaRoots?
    let owner: String?
    let state: String?
    let severity: String?
    let dueBefore: Day?
    let after: DueFlagKey?
    let limit: Int

    /// - Parameter dueBefore: only what is due before that day; nil for everything.
    package init(
        areas: AreaRoots?, owner: String?, state: String?, severity: String?, dueBefore: Day?, after: DueFlagKey?, limit: Int
    ) {
        self.areas = areas
        self.owner = owner
        self.state = state
        self.severity = severity
        self.dueBefore = dueBefore
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: HandledFlagColumns.list), o.name, o.english_name
          FROM handled_flags h
          JOIN organizations o ON o.district = h.district AND o.serial = h.serial
         WHERE h.state <> 'resolved' AND h.cleared_on IS NULL AND (\(owner) IS NULL OR h.owner = \(owner))
           AND (\(state) IS NULL OR h.state = \(state)) AND (\(severity) IS NULL OR h.severity = \(severity))
           AND (\(dueBefore) IS NULL OR h.due_on < \(dueBefore))
           AND (coalesce(h.due_on, 'infinity'), h.district, h.serial, h.code, h.raised_on) > (
                CASE WHEN \(after == nil) THEN '-infinity' ELSE coalesce(\(after?.dueOn), 'infinity') END,
                \(after?.number.district.rawValue ?? 0), \(after?.number.serial ?? 0), \(after?.code ?? ""), \(after?.raisedOn ?? .earliest))
           \(fragment: areas?.condition ?? "")
         ORDER BY coalesce(h.due_on, 'infinity'), h.district, h.serial, h.code, h.raised_on
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> DueFlagRow {
        let place = HandledFlagColumns.count
        return DueFlagRow(
            flag: try HandledFlagColumns.decode(row), name: try String.decode(row.cell(place)),
            englishName: try String?.decode(row.cell(place + 1)))
    }
}
