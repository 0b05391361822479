package import Incubation
package import Postgres
import Values

/// The place of a decision in the list of those that wait.
package struct WaitingDecisionKey: Hashable, Sendable {
    let recommendedOn: Day
    let organization: OrganizationNumber

    package init(_ decision: WaitingDecision) {
        (recommendedOn, organization) = (decision.recommendedOn, decision.organization)
    }

    /// Reads `2026-07-03.320613-42`; nil for anything else.
    package init?(cursor: String) {
        let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(iso: parts[0]), let organization = OrganizationNumber(parts[1]) else { return nil }
        (recommendedOn, self.organization) = (day, organization)
    }

    package var cursor: String { "\(recommendedOn.iso).\(organization)" }
}

/// The decisions that wait in an area, the longest waiting first.
package struct SelectWaitingDecisions: Statement {
    let areas: AreaRoots?
    let after: WaitingDecisionKey?
    let limit: Int

    /// - Parameter areas: where the organizations lie; nil for everywhere.
    package init(in areas: AreaRoots?, after: WaitingDecisionKey?, limit: Int) {
        self.areas = areas
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT d.district, d.serial, o.name, c.stage, d.to_stage, d.state, d.recommended_on, coalesce(m.decision_steps, 3)
          FROM case_decisions d
          JOIN incubation_cases c ON c.district = d.district AND c.serial = d.serial
          JOIN organizations o ON o.district = d.district AND o.serial = d.serial
          LEFT JOIN case_moves m ON m.from_stage = c.stage AND m.to_stage = d.to_stage
         WHERE d.state IN ('recommended', 'reviewed')
           AND (d.recommended_on, d.district, d.serial)
               > (\(after?.recommendedOn ?? .earliest), \(after?.organization.district.rawValue ?? 0), \(after?.organization.serial ?? 0))
           \(fragment: areas?.condition ?? "")
         ORDER BY d.recommended_on, d.district, d.serial
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> WaitingDecision {
        let (district, serial, name, from, to, state, recommendedOn, steps) = try row.decode(
            as: District.self, Int64.self, String.self, CaseStage.self, CaseStage.self, CaseDecision.State.self, Day.self, Int32.self)
        return WaitingDecision(
            organization: OrganizationNumber(district: district, serial: serial), organizationName: name, from: from, to: to,
            state: state, recommendedOn: recommendedOn, steps: steps)
    }
}
