package import Access
import Incubation
package import Postgres
package import Values

/// The columns that make a ``Access/Holding``, of a table called `h` beside its ``contract``.
enum HoldingColumns {
    static let list: SQL = """
        h.holding, h.role, h.scope, h.area, h.organization_district, h.organization_serial, \(fragment: from), \(fragment: until)
        """
    /// The contract by which a hub's person holds a role; nothing for everybody else.
    static let contract: SQL = "LEFT JOIN hub_contracts hc ON hc.contract = h.contract"
    /// The first day: no sooner than the contract begins. `greatest` and `least` pass over nulls.
    private static let from: SQL = "greatest(h.from_day, hc.from_day)"
    /// The last day, null without an end: no later than the contract ends.
    private static let until: SQL = "least(h.until_day, hc.until_day, hc.ended_on)"

    /// Whether a holding counts on a day. A hub's role without a contract never does.
    static func counts(on day: Day?) -> SQL {
        """
        h.ended_at IS NULL AND \(fragment: from) <= \(day) AND coalesce(\(fragment: until), 'infinity') >= \(day)
        AND (h.contract IS NOT NULL OR h.role NOT IN ('hubStaff', 'hubManager'))
        """
    }

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
          FROM role_holdings h \(fragment: HoldingColumns.contract)
         WHERE h.account = \(account)
           AND (\(withEnded) OR h.ended_at IS NULL)
           AND (\(day) IS NULL OR \(fragment: HoldingColumns.counts(on: day)))
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
    let contract: Int64?
    let grantedBy: AccountNumber?

    /// - Parameters:
    ///   - contract: by which a hub's person holds the role; nil for everybody else.
    ///   - grantedBy: nil for the operator at the machine.
    package init(
        of account: AccountNumber, role: Role, scope: Scope, from: Day, until: Day?, contract: Int64? = nil, grantedBy: AccountNumber?
    ) {
        self.account = account
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
        self.contract = contract
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
            WITH h AS (
                INSERT INTO role_holdings (account, duty, role, scope, area, organization_district, organization_serial, from_day, until_day,
                                           contract, granted_by)
                VALUES (\(account), \(Duty(of: role)), \(role), \(kind), \(area), \(organization?.district), \(organization?.serial), \(from),
                        \(until), \(contract), \(grantedBy))
                RETURNING *)
            SELECT \(fragment: HoldingColumns.list) FROM h \(fragment: HoldingColumns.contract)
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

/// An account's roles of a day, where it is active: what somebody holds by now who came in earlier.
package struct SelectHeldNow: Statement {
    let account: AccountNumber
    let day: Day

    package init(by account: AccountNumber, on day: Day) {
        self.account = account
        self.day = day
    }

    package var sql: SQL {
        """
        SELECT \(fragment: HoldingColumns.list)
          FROM accounts a
          JOIN role_holdings h ON h.account = a.account \(fragment: HoldingColumns.contract)
         WHERE a.account = \(account) AND a.state = 'active' AND \(fragment: HoldingColumns.counts(on: day))
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Holding {
        try HoldingColumns.decode(row)
    }
}
