package import Incubation
package import Postgres
package import Values

/// Where a page of activities ends: the day and the entry of its last one.
package struct ActivityKey: Hashable, Sendable {
    package let heldOn: Day
    package let entry: Int64

    package init(heldOn: Day, entry: Int64) {
        self.heldOn = heldOn
        self.entry = entry
    }
}

/// An organization's activities, the newest first, after a key.
package struct SelectActivities: Statement {
    let number: OrganizationNumber
    let after: ActivityKey?
    let limit: Int

    package init(of number: OrganizationNumber, after: ActivityKey?, limit: Int) {
        self.number = number
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT entry, held_on, kind, title, participants, volunteers, volunteer_hours, inside_boundary
          FROM activities
         WHERE district = \(number.district) AND serial = \(number.serial)
           AND (held_on, entry) < (\(after?.heldOn ?? .latest), \(after?.entry ?? .max))
         ORDER BY held_on DESC, entry DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (key: ActivityKey, activity: Activity) {
        let (entry, held, kind, title, participants, volunteers, hours, inside) = try row.decode(
            as: Int64.self, Day.self, ActivityKind.self, String.self, Int32?.self, Int32?.self, Int32?.self, Bool?.self)
        let activity = Activity(
            heldOn: held, kind: kind, title: title, participants: participants, volunteers: volunteers, volunteerHours: hours,
            insideBoundary: inside)
        return (ActivityKey(heldOn: held, entry: entry), activity)
    }
}

/// Adds an activity. The same title on the same day fails with `activities_once`.
package struct InsertActivity: Command {
    let number: OrganizationNumber
    let activity: Activity
    let recordedOn: Day

    package init(_ activity: Activity, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.activity = activity
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO activities (
            district, serial, held_on, kind, title, participants, volunteers, volunteer_hours, inside_boundary, recorded_on)
        VALUES (
            \(number.district), \(number.serial), \(activity.heldOn), \(activity.kind), \(activity.title), \(activity.participants),
            \(activity.volunteers), \(activity.volunteerHours), \(activity.insideBoundary), \(recordedOn))
        """
    }
}
