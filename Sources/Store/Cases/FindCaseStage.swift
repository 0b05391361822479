package import Incubation
package import Postgres
package import Values

/// The stage of an organization's case, and whom it waits for until when, without anything else of it.
package struct FindCaseStage: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT c.stage, i.owner_role, i.due_on
          FROM incubation_cases c
          LEFT JOIN LATERAL (
                SELECT p.owner_role, p.due_on
                  FROM pending_items p
                 WHERE p.district = c.district AND p.serial = c.serial AND p.state IN ('open', 'escalated')
                 ORDER BY p.due_on, p.item
                 LIMIT 1) i ON true
         WHERE c.district = \(number.district) AND c.serial = \(number.serial)
        """
    }

    /// - Returns: no owner for what waits for one account, which is nobody's business.
    package func decode(_ row: Row) throws(PostgresError) -> (stage: CaseStage, owner: ResponsibleRole?, dueOn: Day?) {
        let (stage, owner, dueOn) = try row.decode(as: CaseStage.self, ResponsibleRole?.self, Day?.self)
        return (stage, owner, dueOn)
    }
}
