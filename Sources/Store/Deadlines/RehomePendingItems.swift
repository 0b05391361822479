package import Incubation
package import Postgres
package import Values

/// Lets what waits follow its organization to another home: one organization's, or those of all that an import has moved.
///
/// What waited for a role in an area that the new home does not lie in waits for that role in the new home from then on.
package struct RehomePendingItems: Command {
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

    /// - Parameter job: an import of organizations, which are changed.
    package init(afterImport job: Int64, at: Instant, caller: String) {
        organization = nil
        self.job = job
        self.at = at
        self.caller = caller
    }

    /// Which organizations.
    private var named: SQL {
        if let job {
            return """
                \(fragment: StagedOrganizations.placed(job: job)),
                named AS (SELECT DISTINCT district, known_serial AS serial FROM placed WHERE known_serial IS NOT NULL)
                """
        }
        return "named (district, serial) AS (VALUES (\(organization?.district.rawValue ?? 0), \(organization?.serial ?? 0)))"
    }

    package var sql: SQL {
        """
        WITH \(fragment: named),
        moved AS (
            SELECT i.district, i.serial, i.item, o.area
              FROM named n
              JOIN organizations o ON o.district = n.district AND o.serial = n.serial
              JOIN pending_items i ON i.district = n.district AND i.serial = n.serial AND i.state IN ('open', 'escalated') AND i.area <> o.area
               FOR UPDATE OF i),
        changed AS (
            UPDATE pending_items i
               SET version = i.version + 1, area = m.area,
                   owner_area = CASE WHEN m.area = i.owner_area OR (starts_with(m.area, i.owner_area) AND strpos(i.owner_area, '-') = 0)
                                     THEN i.owner_area
                                     WHEN i.owner_area IS NOT NULL THEN m.area END
              FROM moved m
             WHERE i.district = m.district AND i.serial = m.serial AND i.item = m.item
            RETURNING i.district, i.serial, i.item, i.version, i.owner_role, i.owner_area, i.owner_account)
        INSERT INTO pending_item_steps (district, serial, item, step, what, occurred_at, caller, owner_role, owner_area, owner_account)
        SELECT district, serial, item, version, 'reassigned', \(at), \(caller), owner_role, owner_area, owner_account
          FROM changed
        """
    }
}
