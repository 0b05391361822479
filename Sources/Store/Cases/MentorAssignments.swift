package import Incubation
package import Postgres
package import Values

/// Who has mentored an organization, the newest first, each with the mentor, whose name is still sealed.
package struct SelectMentorAssignments: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT m.from_day, m.until_day, p.person, p.state, p.wrapped_key, p.name
          FROM mentor_assignments m
          JOIN people p ON p.district = m.district AND p.serial = m.serial AND p.person = m.person
         WHERE m.district = \(number.district) AND m.serial = \(number.serial)
         ORDER BY m.from_day DESC, m.person
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (assignment: MentorAssignment, mentor: StoredPerson) {
        let (from, until, person, state, key, name) = try row.decode(
            as: Day.self, Day?.self, Int64.self, PersonState.self, [UInt8]?.self, [UInt8]?.self)
        return (
            MentorAssignment(mentorName: nil, from: from, until: until),
            StoredPerson(person: person, state: state, wrappedKey: key, name: name)
        )
    }
}

/// Adds a mentor. The same mentor from the same day fails with `mentor_assignments_pkey`.
package struct InsertMentorAssignment: Command {
    let number: OrganizationNumber
    let assignment: MentorAssignment
    let mentor: Int64
    let recordedOn: Day

    /// - Parameter mentor: the person's number; the assignment's own name is not stored here.
    package init(_ assignment: MentorAssignment, of mentor: Int64, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.assignment = assignment
        self.mentor = mentor
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO mentor_assignments (district, serial, person, from_day, until_day, recorded_on)
        VALUES (\(number.district), \(number.serial), \(mentor), \(assignment.from), \(assignment.until), \(recordedOn))
        """
    }
}
