package import Incubation
package import Postgres
package import Values

/// When an organization ended: removed, struck off or dissolved, or out of incubation without graduating. Whoever merged or graduated did not exit.
package struct LocalExit: Hashable, Sendable {
    package let number: OrganizationNumber
    package let on: Day
    /// Whether it left otherwise, so that nothing can be said of what would have come.
    package let isCensored: Bool
}

/// The ends of organizations up to a day, in the order of their numbers and days.
package struct SelectLocalExits: Statement {
    let areas: AreaRoots?
    let upTo: Day

    package init(in areas: AreaRoots?, upTo: Day) {
        self.areas = areas
        self.upTo = upTo
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, e.on_day, e.is_censored
          FROM organizations o
          JOIN (SELECT district, serial, since AS on_day, status = 'merged' AS is_censored
                  FROM legal_status_steps
                 WHERE status IN ('filingCancelled', 'deregistered', 'struckOff', 'merged')
                 UNION ALL
                SELECT district, serial, entered_on, stage = 'graduated'
                  FROM case_steps
                 WHERE stage IN ('exited', 'graduated')) e ON e.district = o.district AND e.serial = o.serial
         WHERE e.on_day <= \(upTo) \(fragment: areas?.condition ?? "")
         ORDER BY o.district, o.serial, e.on_day, e.is_censored
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> LocalExit {
        let (district, serial, on, isCensored) = try row.decode(as: District.self, Int64.self, Day.self, Bool.self)
        return LocalExit(number: OrganizationNumber(district: district, serial: serial), on: on, isCensored: isCensored)
    }
}

/// The first day on which anything is known of any organization; no row for an empty register.
package struct FindFirstDay: Statement {
    let areas: AreaRoots?

    package init(in areas: AreaRoots?) {
        self.areas = areas
    }

    package var sql: SQL {
        """
        SELECT min(l.since)
          FROM legal_status_steps l
          JOIN organizations o ON o.district = l.district AND o.serial = l.serial
         WHERE true \(fragment: areas?.condition ?? "")
        HAVING count(*) > 0
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Day {
        try row.decode(as: Day.self)
    }
}
