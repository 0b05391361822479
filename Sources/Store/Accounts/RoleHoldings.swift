package import Access
import Incubation
package import Postgres
package import Values

/// The columns that make a ``Access/Holding``, of a table called `h`.
enum HoldingColumns {
    static let list: SQL = "h.holding, h.role, h.scope, h.area, h.organization_district, h.organization_serial, h.from_day, h.until_day"

    /// What the columns hold; nil when there is no row of the table.
    typealias Cells = (Int64?, Role?, String?, AreaCode?, District?, Int64?, Day?, Day?)

    static func holding(_ cells: Cells) -> Holding? {
        guard let number = cells.0, let role = cells.1, let from = cells.6 else { return nil }
        let scope: Scope
        if let area = cells.3 {
            scope = .area(area)
        } else if let district = cells.4, let serial = cells.5 {
            scope = .organization(OrganizationNumber(district: district, serial: serial))
        } else if cells.2 == "nation" {
            scope = .nation
        } else {
            return nil
        }
        return Holding(number: number, role: role, scope: scope, from: from, until: cells.7)
    }

    static func decode(_ row: Row) throws(PostgresError) -> Holding {
        let cells = try row.decode(
            as: Int64?.self, Role?.self, String?.self, AreaCode?.self, District?.self, Int64?.self, Day?.self, Day?.self)
        guard let holding = holding(cells) else { throw try row.cell(2).mismatch(Scope.self, "the scope is not whole") }
        return holding
    }
}

/// What an account holds, has held and will hold, the newest first. Those that were ended before their time come with the day on which
/// they were.
package struct SelectHoldings: Statement {
    let account: AccountNumber
    let day: Day?
    let withEnded: Bool

    /// - Parameters:
    ///   - day: only those in force on that day; nil for all.
    ///   - withEnded: also those that were ended before their time.
    package init(of account: AccountNumber, on day: Day? = nil, withEnded: Bool = true) {
        self.account = account
        self.day = day
        self.withEnded = withEnded
    }

    package var sql: SQL {
        """
        SELECT \(fragment: HoldingColumns.list)
          FROM role_holdings h
         WHERE h.account = \(account)
           AND (\(withEnded) OR h.ended_at IS NULL)
           AND (\(day) IS NULL OR h.ended_at IS NULL AND h.from_day <= \(day) AND (h.until_day IS NULL OR h.until_day >= \(day)))
         ORDER BY h.from_day DESC, h.holding DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Holding {
        try HoldingColumns.decode(row)
    }
}

/// Grants a role. The same one without an end fails with `role_holdings_open_idx`, an unknown area with `role_holdings_area_fkey`.
package struct InsertHolding: Statement {
    let account: AccountNumber
    let role: Role
    let scope: Scope
    let from: Day
    let until: Day?
    let grantedBy: AccountNumber?

    /// - Parameter grantedBy: nil for the operator at the machine.
    package init(of account: AccountNumber, role: Role, scope: Scope, from: Day, until: Day?, grantedBy: AccountNumber?) {
        self.account = account
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
        self.grantedBy = grantedBy
    }

    package var sql: SQL {
        let (kind, area, organization): (String, AreaCode?, OrganizationNumber?) =
            switch scope {
            case .nation: ("nation", nil, nil)
            case .area(let code): ("area", code, nil)
            case .organization(let number): ("organization", nil, number)
            }
        return """
            INSERT INTO role_holdings AS h (account, duty, role, scope, area, organization_district, organization_serial, from_day, until_day,
                                            granted_by)
            VALUES (\(account), \(Duty(of: role)), \(role), \(kind), \(area), \(organization?.district), \(organization?.serial), \(from),
                    \(until), \(grantedBy))
            RETURNING \(fragment: HoldingColumns.list)
            """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Holding {
        try HoldingColumns.decode(row)
    }
}

/// Ends a role, at once or behind a last day. Touches no row when the account has no such role that goes on longer.
package struct EndHolding: Command {
    let number: Int64
    let account: AccountNumber
    let last: Day
    let moment: Instant?

    /// - Parameters:
    ///   - last: the last day on which it is held.
    ///   - moment: when it was ended, if it is not to be held for the rest of that day.
    package init(_ number: Int64, of account: AccountNumber, last: Day, at moment: Instant?) {
        self.number = number
        self.account = account
        self.last = last
        self.moment = moment
    }

    package var sql: SQL {
        """
        UPDATE role_holdings
           SET until_day = greatest(from_day, \(last)), ended_at = \(moment)
         WHERE holding = \(number) AND account = \(account) AND ended_at IS NULL AND (until_day IS NULL OR until_day >= \(last))
        """
    }
}
