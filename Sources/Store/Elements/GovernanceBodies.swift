package import Incubation
package import Postgres
package import Values

/// An organization's governance bodies, by kind and the day they were formed.
package struct SelectGovernanceBodies: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT kind, formed_on, dissolved_on, member_count, meetings_per_year, quorum_per_mille
          FROM governance_bodies
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY kind, formed_on
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> GovernanceBody {
        let (kind, formed, dissolved, members, meetings, quorum) = try row.decode(
            as: GovernanceBodyKind.self, Day.self, Day?.self, Int32?.self, Int32?.self, Int32?.self)
        return GovernanceBody(
            kind: kind, formedOn: formed, dissolvedOn: dissolved, memberCount: members, meetingsPerYear: meetings, quorumPerMille: quorum)
    }
}

/// Adds a body. The same kind formed on the same day fails with `governance_bodies_pkey`.
package struct InsertGovernanceBody: Command {
    let number: OrganizationNumber
    let body: GovernanceBody
    let recordedOn: Day

    package init(_ body: GovernanceBody, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.body = body
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO governance_bodies (
            district, serial, kind, formed_on, dissolved_on, member_count, meetings_per_year, quorum_per_mille, recorded_on)
        VALUES (
            \(number.district), \(number.serial), \(body.kind), \(body.formedOn), \(body.dissolvedOn), \(body.memberCount), \(body.meetingsPerYear),
            \(body.quorumPerMille), \(recordedOn))
        """
    }
}
