package import Incubation
package import Postgres
package import Values

/// Opens an item with its first step.
package struct InsertPendingItem: Statement {
    let rule: DeadlineRule
    let organization: OrganizationNumber
    let area: AreaCode
    let owner: PendingOwner
    let days: DeadlineDays
    let calendars: [String]
    let at: Instant
    let caller: String

    /// - Parameters:
    ///   - area: the organization's home.
    ///   - calendars: those that the days were counted by, as `year.version`.
    package init(
        by rule: DeadlineRule, about organization: OrganizationNumber, in area: AreaCode, for owner: PendingOwner, days: DeadlineDays,
        calendars: [String], at: Instant, caller: String
    ) {
        self.rule = rule
        self.organization = organization
        self.area = area
        self.owner = owner
        self.days = days
        self.calendars = calendars
        self.at = at
        self.caller = caller
    }

    package var sql: SQL {
        """
        WITH opened AS (
            INSERT INTO pending_items (
                district, serial, kind, rule_jurisdiction, rule_version, calendars, area, owner_role, owner_area, owner_account, starts_on,
                remind_on, due_on, escalate_on, opened_at)
            VALUES (
                \(organization.district), \(organization.serial), \(rule.kind), \(rule.reference.jurisdiction?.text ?? "nation"),
                \(rule.reference.version), \(calendars), \(area), \(owner.role), \(owner.area), \(owner.account), \(days.startsOn),
                \(days.remindOn), \(days.dueOn), \(days.escalateOn), \(at))
            RETURNING district, serial, item, version, owner_role, owner_area, owner_account, opened_at),
        told AS (
            INSERT INTO pending_item_steps (district, serial, item, step, what, occurred_at, caller, owner_role, owner_area, owner_account)
            SELECT district, serial, item, version, 'opened', opened_at, \(caller), owner_role, owner_area, owner_account
              FROM opened)
        SELECT item FROM opened
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> PendingItemNumber {
        PendingItemNumber(organization: organization, item: try row.decode(as: Int64.self))
    }
}

/// Adds a step to an item that waits, and shows it in the item, if that still has the version that was read.
package struct RecordPendingStep: Command {
    let number: PendingItemNumber
    let version: Int64
    let step: PendingStep

    package init(_ step: PendingStep, of number: PendingItemNumber, version: Int64) {
        self.number = number
        self.version = version
        self.step = step
    }

    private var state: PendingState? {
        switch step.what {
        case .opened, .reassigned, .reminded: nil
        case .escalated: .escalated
        case .done: .done
        case .cancelled: .cancelled
        }
    }

    package var sql: SQL {
        """
        WITH changed AS (
            UPDATE pending_items
               SET version = version + 1, state = coalesce(\(state), state), owner_role = \(step.owner.role),
                   owner_area = \(step.owner.area), owner_account = \(step.owner.account),
                   reminded_at = coalesce(reminded_at, \(step.what == .reminded ? step.at : nil)),
                   escalated_at = coalesce(escalated_at, \(step.what == .escalated ? step.at : nil)),
                   closed_at = \(state?.isWaiting == false ? step.at : nil)
             WHERE district = \(number.organization.district) AND serial = \(number.organization.serial) AND item = \(number.item)
               AND version = \(version) AND state IN ('open', 'escalated')
            RETURNING district, serial, item, version, owner_role, owner_area, owner_account)
        INSERT INTO pending_item_steps (
            district, serial, item, step, what, occurred_at, caller, owner_role, owner_area, owner_account, reason)
        SELECT district, serial, item, version, \(step.what), \(step.at), \(step.caller), owner_role, owner_area, owner_account,
               \(step.reason)
          FROM changed
        """
    }
}

/// Closes what a case has settled by getting to its stage: the organization's own, or those of all organizations of an import.
package struct SettlePendingItems: Command {
    let organization: OrganizationNumber?
    let job: Int64?
    let at: Instant
    let caller: String

    package init(of organization: OrganizationNumber, at: Instant, caller: String) {
        self.organization = organization
        job = nil
        self.at = at
        self.caller = caller
    }

    /// - Parameter job: an import of steps of cases, which are applied.
    package init(afterImport job: Int64, at: Instant, caller: String) {
        organization = nil
        self.job = job
        self.at = at
        self.caller = caller
    }

    /// Which cases.
    private var named: SQL {
        if let job { return StagedRecords.accepted(job: job) }
        let (district, serial) = (organization?.district.rawValue ?? 0, organization?.serial ?? 0)
        return "accepted (district, serial) AS (VALUES (\(district), \(serial)))"
    }

    package var sql: SQL {
        let settled = CaseStage.allCases.flatMap { stage in stage.settles.map { (stage: stage, kind: $0) } }
        return """
            WITH \(fragment: named),
            settled (stage, kind) AS (SELECT * FROM unnest(\(settled.map(\.stage)), \(settled.map(\.kind)))),
            chosen AS (
                SELECT i.district, i.serial, i.item, s.kind IS NOT NULL AS is_done
                  FROM (SELECT DISTINCT district, serial FROM accepted) a
                  JOIN incubation_cases c ON c.district = a.district AND c.serial = a.serial
                  JOIN pending_items i ON i.district = a.district AND i.serial = a.serial AND i.state IN ('open', 'escalated')
                  JOIN deadline_rules r ON r.kind = i.kind AND r.jurisdiction = i.rule_jurisdiction AND r.version = i.rule_version
                  LEFT JOIN settled s ON s.stage = c.stage AND s.kind = i.kind
                 WHERE r.ends_with_case AND (s.kind IS NOT NULL OR c.stage = ANY (\(CaseStage.allCases.filter(\.isEnd))))
                   FOR UPDATE OF i),
            closed AS (
                UPDATE pending_items i
                   SET version = i.version + 1, state = CASE WHEN c.is_done THEN 'done' ELSE 'cancelled' END, closed_at = \(at)
                  FROM chosen c
                 WHERE i.district = c.district AND i.serial = c.serial AND i.item = c.item
                RETURNING i.district, i.serial, i.item, i.version, i.state, i.owner_role, i.owner_area, i.owner_account)
            INSERT INTO pending_item_steps (district, serial, item, step, what, occurred_at, caller, owner_role, owner_area, owner_account)
            SELECT district, serial, item, version, state, \(at), \(caller), owner_role, owner_area, owner_account
              FROM closed
            """
    }
}
