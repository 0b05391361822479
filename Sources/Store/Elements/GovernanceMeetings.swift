package import Incubation
package import Postgres
package import Values

/// An organization's meetings, the newest first.
package struct SelectGovernanceMeetings: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT body, held_on, present, entitled
          FROM governance_meetings
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY held_on DESC, body
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> GovernanceMeeting {
        let (body, held, present, entitled) = try row.decode(as: GovernanceBodyKind.self, Day.self, Int32.self, Int32.self)
        return GovernanceMeeting(body: body, heldOn: held, present: present, entitled: entitled)
    }
}

/// Adds a meeting. A second meeting of a body on one day fails with `governance_meetings_pkey`.
package struct InsertGovernanceMeeting: Command {
    let number: OrganizationNumber
    let meeting: GovernanceMeeting
    let recordedOn: Day

    package init(_ meeting: GovernanceMeeting, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.meeting = meeting
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO governance_meetings (district, serial, body, held_on, present, entitled, recorded_on)
        VALUES (\(number.district), \(number.serial), \(meeting.body), \(meeting.heldOn), \(meeting.present), \(meeting.entitled), \(recordedOn))
        """
    }
}
