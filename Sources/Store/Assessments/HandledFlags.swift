package import Appraisal
package import Incubation
package import Postgres
package import Values

/// A flag that somebody works on.
package struct HandledFlagRow: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let code: String
    /// The day of the first of the evaluations in a row that raised it.
    package let raisedOn: Day
    package let version: Int64
    /// The run in which it stood when it was first touched.
    package let run: Int64
    package let severity: String
    package let state: String
    package let owner: String?
    package let dueOn: Day?
    package let dueRule: String?
    package let consequence: String?
    package let confirmedBy: String?
    package let confirmedOn: Day?
    /// nil while it is raised.
    package let clearedOn: Day?
}

/// The columns that make a ``HandledFlagRow``, from a table called `h`.
enum HandledFlagColumns {
    static let list: SQL = """
        h.district, h.serial, h.code, h.raised_on, h.version, h.run, h.severity, h.state, h.owner, h.due_on, h.due_rule, h.consequence,
        h.confirmed_by, h.confirmed_on, h.cleared_on
        """

    static let count = 15

    /// Reads the first columns of a row; others may follow.
    static func decode(_ row: Row) throws(PostgresError) -> HandledFlagRow {
        let (
            district, serial, code, raisedOn, version, run, severity, state, owner, dueOn, dueRule, consequence, confirmedBy, confirmedOn,
            clearedOn
        ) = try row.decode(
            first: count,
            as: District.self, Int64.self, String.self, Day.self, Int64.self, Int64.self, String.self, String.self, String?.self,
            Day?.self, String?.self, String?.self, String?.self, Day?.self, Day?.self)
        return HandledFlagRow(
            organization: OrganizationNumber(district: district, serial: serial), code: code, raisedOn: raisedOn, version: version,
            run: run, severity: severity, state: state, owner: owner, dueOn: dueOn, dueRule: dueRule, consequence: consequence,
            confirmedBy: confirmedBy, confirmedOn: confirmedOn, clearedOn: clearedOn)
    }
}

/// An organization's flags that somebody works or worked on, the newest first.
package struct SelectHandledFlags: Statement {
    let number: OrganizationNumber
    let code: String?
    let isLocked: Bool

    package init(of number: OrganizationNumber, code: String? = nil, lock isLocked: Bool = false) {
        self.number = number
        self.code = code
        self.isLocked = isLocked
    }

    package var sql: SQL {
        let lock: SQL = isLocked ? "FOR UPDATE" : ""
        return """
            SELECT \(fragment: HandledFlagColumns.list)
              FROM handled_flags h
             WHERE h.district = \(number.district) AND h.serial = \(number.serial) AND (\(code) IS NULL OR h.code = \(code))
             ORDER BY h.raised_on DESC, h.code
             \(fragment: lock)
            """
    }

    package func decode(_ row: Row) throws(PostgresError) -> HandledFlagRow {
        try HandledFlagColumns.decode(row)
    }
}

/// Begins to work on a flag.
package struct InsertHandledFlag: Command {
    let number: OrganizationNumber
    let code: String
    let raisedOn: Day
    let run: Int64
    let severity: String

    package init(_ code: String, raisedOn: Day, of number: OrganizationNumber, run: Int64, severity: String) {
        self.number = number
        self.code = code
        self.raisedOn = raisedOn
        self.run = run
        self.severity = severity
    }

    package var sql: SQL {
        """
        INSERT INTO handled_flags (district, serial, code, raised_on, version, run, severity)
        VALUES (\(number.district), \(number.serial), \(code), \(raisedOn), 0, \(run), \(severity))
        """
    }
}

/// Stores what became of a flag; its version goes up by one.
package struct UpdateHandledFlag: Command {
    let flag: HandledFlagRow
    let state: String
    let owner: String?
    let due: (on: Day, rule: String)?
    let confirmation: (consequence: String, by: String, on: Day)?

    package init(
        _ flag: HandledFlagRow, state: String, owner: String?, due: (on: Day, rule: String)?,
        confirmation: (consequence: String, by: String, on: Day)?
    ) {
        self.flag = flag
        self.state = state
        self.owner = owner
        self.due = due
        self.confirmation = confirmation
    }

    package var sql: SQL {
        """
        UPDATE handled_flags
           SET version = version + 1, state = \(state), owner = \(owner), due_on = \(due?.on), due_rule = \(due?.rule),
               consequence = \(confirmation?.consequence), confirmed_by = \(confirmation?.by), confirmed_on = \(confirmation?.on)
         WHERE district = \(flag.organization.district) AND serial = \(flag.organization.serial) AND code = \(flag.code)
           AND raised_on = \(flag.raisedOn) AND version = \(flag.version)
        """
    }
}

/// Adds to the history of a flag.
package struct InsertHandledFlagStep: Command {
    let flag: HandledFlagRow
    let act: String
    let caller: String
    let owner: String?
    let dueOn: Day?
    let note: String?

    package init(_ act: String, on flag: HandledFlagRow, by caller: String, owner: String?, dueOn: Day?, note: String?) {
        self.flag = flag
        self.act = act
        self.caller = caller
        self.owner = owner
        self.dueOn = dueOn
        self.note = note
    }

    package var sql: SQL {
        """
        INSERT INTO handled_flag_steps (district, serial, code, raised_on, step, act, caller, owner, due_on, note)
        SELECT \(flag.organization.district), \(flag.organization.serial), \(flag.code), \(flag.raisedOn), coalesce(max(step), 0) + 1, \(act),
               \(caller), \(owner), \(dueOn), \(note)
          FROM handled_flag_steps
         WHERE district = \(flag.organization.district) AND serial = \(flag.organization.serial) AND code = \(flag.code)
           AND raised_on = \(flag.raisedOn)
        """
    }
}

/// The history of a flag, the oldest step first.
package struct SelectHandledFlagSteps: Statement {
    let flag: HandledFlagRow

    package init(of flag: HandledFlagRow) {
        self.flag = flag
    }

    package var sql: SQL {
        """
        SELECT step, act, caller, at, owner, due_on, note
          FROM handled_flag_steps
         WHERE district = \(flag.organization.district) AND serial = \(flag.organization.serial) AND code = \(flag.code)
           AND raised_on = \(flag.raisedOn)
         ORDER BY step
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> HandledFlagStep {
        let (step, act, caller, at, owner, dueOn, note) = try row.decode(
            as: Int32.self, String.self, String.self, Instant.self, String?.self, Day?.self, String?.self)
        return HandledFlagStep(step: step, act: act, caller: caller, at: at, owner: owner, dueOn: dueOn, note: note)
    }
}

/// Organizations of a range of which a person confirmed that a critical flag calls for the worst status, in the order of their numbers.
package struct SelectConfirmedOrganizations: Statement {
    let range: NumberRange
    let asOf: Day

    package init(in range: NumberRange, on asOf: Day) {
        self.range = range
        self.asOf = asOf
    }

    package var sql: SQL {
        """
        SELECT DISTINCT district, serial
          FROM handled_flags
         WHERE \(fragment: range.condition()) AND consequence = 'unsustainable' AND confirmed_on <= \(asOf)
           AND coalesce(cleared_on > \(asOf), true)
         ORDER BY district, serial
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> OrganizationNumber {
        let (district, serial) = try row.decode(as: District.self, Int64.self)
        return OrganizationNumber(district: district, serial: serial)
    }
}

/// Notes which flags that were worked on a run no longer raises: in its organizations, as far as the run is for a day after they were raised.
package struct ClearHandledFlags: Statement {
    let run: Int64
    let asOf: Day

    package init(by run: Int64, asOf: Day) {
        self.run = run
        self.asOf = asOf
    }

    package var sql: SQL {
        """
        UPDATE handled_flags h
           SET cleared_on = \(asOf), version = h.version + 1
          FROM assessments s
         WHERE s.run = \(run) AND s.district = h.district AND s.serial = h.serial
           AND h.cleared_on IS NULL AND h.raised_on < \(asOf) AND h.code <> ALL (s.flags)
        RETURNING \(fragment: HandledFlagColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> HandledFlagRow {
        try HandledFlagColumns.decode(row)
    }
}
