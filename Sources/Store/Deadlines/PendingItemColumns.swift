import Incubation
import Postgres
import Values

/// The columns that make an ``Incubation/PendingItem``, from a table called `i`, and the organization's name from one called `o`.
enum PendingItemColumns {
    static let list: SQL = """
        i.district, i.serial, i.item, i.version, i.kind, i.area, i.owner_role, i.owner_area, i.owner_account, i.starts_on, i.remind_on,
        i.due_on, i.escalate_on, nullif(i.rule_jurisdiction, 'nation'), i.rule_version, i.calendars, i.state, i.opened_at, i.reminded_at,
        i.escalated_at, i.closed_at, o.name
        """

    static func decode(_ row: Row) throws(PostgresError) -> NamedPendingItem {
        let (
            district, serial, item, version, kind, area, role, ownerArea, account, startsOn, remindOn, dueOn, escalateOn, jurisdiction,
            ruleVersion, calendars, state, openedAt, remindedAt, escalatedAt, closedAt, name
        ) = try row.decode(
            as: District.self, Int64.self, Int64.self, Int64.self, PendingKind.self, AreaCode.self, ResponsibleRole?.self, AreaCode?.self,
            Int64?.self, Day.self, Day.self, Day.self, Day.self, AreaCode?.self, Int64.self, [String].self, PendingState.self, Instant.self,
            Instant?.self, Instant?.self, Instant?.self, String.self)
        guard let owner = PendingOwner(role, ownerArea, account) else {
            throw try row.cell(6).mismatch(PendingOwner.self, "the item has not exactly one owner")
        }
        let found = PendingItem(
            number: PendingItemNumber(organization: OrganizationNumber(district: district, serial: serial), item: item), version: version,
            kind: kind, area: area, owner: owner,
            days: DeadlineDays(startsOn: startsOn, remindOn: remindOn, dueOn: dueOn, escalateOn: escalateOn),
            rule: DeadlineRule.Reference(jurisdiction: jurisdiction, version: ruleVersion), calendars: calendars, state: state,
            openedAt: openedAt, remindedAt: remindedAt, escalatedAt: escalatedAt, closedAt: closedAt)
        return NamedPendingItem(item: found, organizationName: name)
    }
}

extension PendingOwner {
    /// From the three columns of which a role's two or the account are filled.
    init?(_ role: ResponsibleRole?, _ area: AreaCode?, _ account: Int64?) {
        switch (role, area, account) {
        case (let role?, let area?, nil): self = .role(role, in: area)
        case (nil, nil, let account?): self = .account(account)
        default: return nil
        }
    }

    var role: ResponsibleRole? {
        if case .role(let role, _) = self { role } else { nil }
    }

    var area: AreaCode? {
        if case .role(_, let area) = self { area } else { nil }
    }

    var account: Int64? {
        if case .account(let account) = self { account } else { nil }
    }
}
