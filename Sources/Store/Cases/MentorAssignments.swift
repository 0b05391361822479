package import Incubation
package import Postgres
package import Values

/// Who has mentored an organization, the newest first.
package struct SelectMentorAssignments: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT mentor_name, from_day, until_day
          FROM mentor_assignments
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY from_day DESC, mentor_name
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> MentorAssignment {
        let (name, from, until) = try row.decode(as: String.self, Day.self, Day?.self)
        return MentorAssignment(mentorName: name, from: from, until: until)
    }
}

/// Adds a mentor. The same mentor from the same day fails with `mentor_assignments_pkey`.
package struct InsertMentorAssignment: Command {
    let number: OrganizationNumber
    let assignment: MentorAssignment
    let recordedOn: Day

    package init(_ assignment: MentorAssignment, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.assignment = assignment
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO mentor_assignments (district, serial, mentor_name, from_day, until_day, recorded_on)
        VALUES (\(number.district), \(number.serial), \(assignment.mentorName), \(assignment.from), \(assignment.until), \(recordedOn))
        """
    }
}
