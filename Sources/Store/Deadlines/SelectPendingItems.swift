package import Incubation
package import Postgres
package import Values

/// An item with the name of the organization that it is about.
package struct NamedPendingItem: Hashable, Sendable {
    package let item: PendingItem
    package let organizationName: String
}

/// The place of an item in the list of what waits: by its last day, then by its number.
package struct PendingKey: Hashable, Sendable {
    let dueOn: Day
    let district: District
    let item: Int64

    package init(dueOn: Day, district: District, item: Int64) {
        self.dueOn = dueOn
        self.district = district
        self.item = item
    }

    package init(_ item: PendingItem) {
        self.init(dueOn: item.days.dueOn, district: item.number.organization.district, item: item.number.item)
    }

    /// Reads `2026-07-03.320613.7`; nil for anything else.
    package init?(cursor: String) {
        let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = Day(iso: parts[0]), let district = District(code: parts[1]), let item = Int64(parts[2]), item > 0
        else { return nil }
        self.init(dueOn: day, district: district, item: item)
    }

    package var cursor: String { "\(dueOn.iso).\(district).\(item)" }
}

/// What waits, the most overdue first.
package struct SelectPendingItems: Statement {
    let filter: PendingFilter
    let areas: AreaRoots?
    let today: Day
    let after: PendingKey?
    let limit: Int
    let caller: String

    /// - Parameters:
    ///   - areas: the filter's area with those that it took over; nil for everywhere.
    ///   - caller: who asks, by the name that declarations have for them.
    package init(filter: PendingFilter, areas: AreaRoots?, today: Day, after: PendingKey?, limit: Int, caller: String) {
        self.caller = caller
        self.filter = filter
        self.areas = areas
        self.today = today
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: PendingItemColumns.list)
          FROM pending_items i
          JOIN organizations o ON o.district = i.district AND o.serial = i.serial
         WHERE i.state IN ('open', 'escalated')
           AND (i.due_on, i.district, i.item) > (\(from.dueOn), \(from.district), \(from.item))
           \(fragment: conditions)
         ORDER BY i.due_on, i.district, i.item
         LIMIT \(limit)
        """
    }

    /// Behind the page before, and behind all that is due too early to stand as wanted: an index is read from one place on.
    private var from: (dueOn: Day, district: Int64, item: Int64) {
        let earliest: Day? =
            switch filter.standing {
            case .inTime, .remind: today
            case .dueToday: today.adding(days: -1)
            case .overdue, .escalated, nil: nil
            }
        let start = earliest.map { (dueOn: $0, district: Int64.max, item: Int64.max) } ?? (.earliest, 0, 0)
        guard let after, after.dueOn > start.dueOn || earliest == nil else { return start }
        return (after.dueOn, after.district.rawValue, after.item)
    }

    /// Parts of their own, because an index is used only where its condition always stands.
    private var conditions: SQL {
        var parts: SQL = ""
        if let role = filter.role { parts = "\(fragment: parts) AND i.owner_role = \(role)" }
        if let account = filter.account { parts = "\(fragment: parts) AND i.owner_account = \(account)" }
        if let organization = filter.organization {
            parts = "\(fragment: parts) AND i.district = \(organization.district) AND i.serial = \(organization.serial)"
        }
        if let areas {
            if let district = areas.district { parts = "\(fragment: parts) AND i.district = \(district)" }
            let ofRoles = areas.holds("i.owner_area")
            // What waits for one person has no area of its own.
            parts =
                filter.role != nil
                ? "\(fragment: parts) AND \(fragment: ofRoles)"
                : "\(fragment: parts) AND (\(fragment: ofRoles) OR (i.owner_area IS NULL AND \(fragment: areas.holds("i.area"))))"
        }
        if let standing = filter.standing { parts = "\(fragment: parts) AND \(fragment: condition(of: standing))" }
        if filter.leavesOutOwnInterests { parts = "\(fragment: parts) AND \(fragment: isOpenToCaller)" }
        return parts
    }

    private var isOpenToCaller: SQL {
        """
        NOT (i.kind = ANY (\(PendingKind.ofMoves)) AND EXISTS (
            SELECT FROM case_declarations w
             WHERE w.district = i.district AND w.serial = i.serial AND w.caller = \(caller) AND w.has_interest))
        """
    }

    /// The same as ``Incubation/DeadlineDays/standing(in:on:)``, which a test holds it against.
    private func condition(of standing: DeadlineStanding) -> SQL {
        switch standing {
        // What is due earlier is left out above.
        case .inTime: "i.state = 'open' AND i.remind_on > \(today)"
        case .remind: "i.state = 'open' AND i.remind_on <= \(today)"
        case .dueToday: "i.state = 'open' AND i.due_on <= \(today)"
        case .overdue: "i.state = 'open' AND i.due_on < \(today)"
        case .escalated: "i.state = 'escalated'"
        }
    }

    package func decode(_ row: Row) throws(PostgresError) -> NamedPendingItem {
        try PendingItemColumns.decode(row)
    }
}

/// One item by its number.
package struct FindPendingItem: Statement {
    let number: PendingItemNumber
    /// Keeps others from changing it until the transaction ends.
    let lock: Bool

    package init(_ number: PendingItemNumber, lock: Bool = false) {
        self.number = number
        self.lock = lock
    }

    package var sql: SQL {
        """
        SELECT \(fragment: PendingItemColumns.list)
          FROM pending_items i
          JOIN organizations o ON o.district = i.district AND o.serial = i.serial
         WHERE i.district = \(number.organization.district) AND i.serial = \(number.organization.serial) AND i.item = \(number.item)
        \(fragment: lock ? "FOR UPDATE OF i" : "")
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> NamedPendingItem {
        try PendingItemColumns.decode(row)
    }
}

/// An organization's items of some kinds that wait, the oldest first, kept from others until the transaction ends.
package struct SelectWaitingItems: Statement {
    let organization: OrganizationNumber
    let kinds: [PendingKind]

    package init(of organization: OrganizationNumber, kinds: [PendingKind]) {
        self.organization = organization
        self.kinds = kinds
    }

    package var sql: SQL {
        """
        SELECT \(fragment: PendingItemColumns.list)
          FROM pending_items i
          JOIN organizations o ON o.district = i.district AND o.serial = i.serial
         WHERE i.district = \(organization.district) AND i.serial = \(organization.serial) AND i.kind = ANY (\(kinds))
           AND i.state IN ('open', 'escalated')
         ORDER BY i.item
           FOR UPDATE OF i
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> NamedPendingItem {
        try PendingItemColumns.decode(row)
    }
}

/// What became of an item, the oldest first.
package struct SelectPendingSteps: Statement {
    let number: PendingItemNumber

    package init(of number: PendingItemNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT what, occurred_at, caller, owner_role, owner_area, owner_account, reason
          FROM pending_item_steps
         WHERE district = \(number.organization.district) AND serial = \(number.organization.serial) AND item = \(number.item)
         ORDER BY step
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> PendingStep {
        let (what, at, caller, role, area, account, reason) = try row.decode(
            as: PendingStep.What.self, Instant.self, String.self, ResponsibleRole?.self, AreaCode?.self, Int64?.self, String?.self)
        guard let owner = PendingOwner(role, area, account) else {
            throw try row.cell(3).mismatch(PendingOwner.self, "the step has not exactly one owner")
        }
        return PendingStep(what: what, at: at, caller: caller, owner: owner, reason: reason)
    }
}

/// Items that somebody has to be reminded of, or that have to escalate, in the order of their numbers, after one.
package struct SelectTimedItems: Statement {
    let today: Day
    let after: PendingItemNumber?
    let limit: Int

    package init(today: Day, after: PendingItemNumber?, limit: Int) {
        self.today = today
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT district, serial, item
          FROM (SELECT district, serial, item FROM pending_items WHERE state = 'open' AND reminded_at IS NULL AND remind_on <= \(today)
                UNION
                SELECT district, serial, item FROM pending_items WHERE state = 'open' AND escalate_on <= \(today)) AS timed
         WHERE (district, serial, item)
               > (\(after?.organization.district.rawValue ?? 0), \(after?.organization.serial ?? 0), \(after?.item ?? 0))
         ORDER BY district, serial, item
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> PendingItemNumber {
        let (district, serial, item) = try row.decode(as: District.self, Int64.self, Int64.self)
        return PendingItemNumber(organization: OrganizationNumber(district: district, serial: serial), item: item)
    }
}
