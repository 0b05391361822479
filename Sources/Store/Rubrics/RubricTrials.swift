package import Appraisal
package import Incubation
package import Postgres
package import Values

/// The columns that make a ``RubricTrialRecord``.
private enum TrialColumns {
    static let list: SQL = "trial, rubric_hash, beside_hash, days, made_by, started_at, finished_at, organizations, changed"

    static func decode(_ row: Row) throws(PostgresError) -> RubricTrialRecord {
        let (trial, rubric, beside, days, by, started, finished, organizations, changed) = try row.decode(
            as: Int64.self, String.self, String.self, [Day].self, String.self, Instant.self, Instant?.self, Int64.self, Int64.self)
        return RubricTrialRecord(
            trial: trial, rubricHash: rubric, besideHash: beside, days: days, madeBy: by, startedAt: started, finishedAt: finished,
            organizations: organizations, changed: changed)
    }
}

/// Begins a trial.
package struct InsertRubricTrial: Statement {
    let hash: String
    let beside: String
    let days: [Day]
    let caller: String

    package init(of hash: String, beside: String, on days: [Day], by caller: String) {
        self.hash = hash
        self.beside = beside
        self.days = days
        self.caller = caller
    }

    package var sql: SQL {
        """
        INSERT INTO rubric_trials (rubric_hash, beside_hash, days, made_by)
        VALUES (\(hash), \(beside), \(days), \(caller))
        RETURNING \(fragment: TrialColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> RubricTrialRecord {
        try TrialColumns.decode(row)
    }
}

/// Ends a trial.
package struct FinishRubricTrial: Statement {
    let trial: Int64
    let organizations: Int64
    let changed: Int64

    package init(_ trial: Int64, organizations: Int64, changed: Int64) {
        self.trial = trial
        self.organizations = organizations
        self.changed = changed
    }

    package var sql: SQL {
        """
        UPDATE rubric_trials
           SET finished_at = clock_timestamp(), organizations = \(organizations), changed = \(changed)
         WHERE trial = \(trial)
        RETURNING \(fragment: TrialColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> RubricTrialRecord {
        try TrialColumns.decode(row)
    }
}

/// The trials of a rubric, the newest first.
package struct SelectRubricTrials: Statement {
    let hash: String
    let limit: Int

    package init(of hash: String, limit: Int) {
        self.hash = hash
        self.limit = limit
    }

    package var sql: SQL {
        "SELECT \(fragment: TrialColumns.list) FROM rubric_trials WHERE rubric_hash = \(hash) ORDER BY trial DESC LIMIT \(limit)"
    }

    package func decode(_ row: Row) throws(PostgresError) -> RubricTrialRecord {
        try TrialColumns.decode(row)
    }
}

/// One trial by its number.
package struct FindRubricTrial: Statement {
    let trial: Int64

    package init(_ trial: Int64) {
        self.trial = trial
    }

    package var sql: SQL { "SELECT \(fragment: TrialColumns.list) FROM rubric_trials WHERE trial = \(trial)" }

    package func decode(_ row: Row) throws(PostgresError) -> RubricTrialRecord {
        try TrialColumns.decode(row)
    }
}

/// Past days that a rubric is to be tried on: of every month the last day for which something was assessed, the newest months first.
package struct SelectTrialDays: Statement {
    let limit: Int

    package init(limit: Int) {
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT max(as_of)
          FROM assessment_runs
         WHERE finished_at IS NOT NULL AND kind <> 'refresh'
         GROUP BY date_trunc('month', as_of)
         ORDER BY 1 DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Day {
        try row.decode(as: Day.self)
    }
}

/// An organization whose status a trial changed.
package struct RubricTrialChangeRow: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let asOf: Day
    package let statusBefore: String
    package let statusAfter: String
    /// Parts of the log-odds that differ, the largest difference first, and by how much.
    package let parts: [String]
    package let logOdds: [Double]
    package let flagsRaised: [String]
    package let flagsCleared: [String]

    package init(
        organization: OrganizationNumber, name: String, englishName: String?, asOf: Day, statusBefore: String, statusAfter: String,
        parts: [String], logOdds: [Double], flagsRaised: [String], flagsCleared: [String]
    ) {
        self.organization = organization
        self.name = name
        self.englishName = englishName
        self.asOf = asOf
        self.statusBefore = statusBefore
        self.statusAfter = statusAfter
        self.parts = parts
        self.logOdds = logOdds
        self.flagsRaised = flagsRaised
        self.flagsCleared = flagsCleared
    }
}

/// Keeps one change.
package struct InsertRubricTrialChange: Command {
    let trial: Int64
    let change: RubricTrialChangeRow

    package init(_ change: RubricTrialChangeRow, in trial: Int64) {
        self.trial = trial
        self.change = change
    }

    package var sql: SQL {
        """
        INSERT INTO rubric_trial_changes (
            district, trial, as_of, serial, status_before, status_after, parts, log_odds, flags_raised, flags_cleared)
        VALUES (\(change.organization.district), \(trial), \(change.asOf), \(change.organization.serial), \(change.statusBefore),
                \(change.statusAfter), \(change.parts), \(change.logOdds), \(change.flagsRaised), \(change.flagsCleared))
        """
    }
}

/// A trial's changes after an organization and day, in the order of the numbers.
package struct SelectRubricTrialChanges: Statement {
    let trial: Int64
    let behind: (number: OrganizationNumber, asOf: Day)?
    let limit: Int

    package init(of trial: Int64, behind: (number: OrganizationNumber, asOf: Day)?, limit: Int) {
        self.trial = trial
        self.behind = behind
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT c.district, c.serial, o.name, o.english_name, c.as_of, c.status_before, c.status_after, c.parts, c.log_odds, c.flags_raised,
               c.flags_cleared
          FROM rubric_trial_changes c
          JOIN organizations o ON o.district = c.district AND o.serial = c.serial
         WHERE c.trial = \(trial)
           AND (c.district, c.serial, c.as_of) > (
                \(behind?.number.district.rawValue ?? 0), \(behind?.number.serial ?? 0), \(behind?.asOf ?? .earliest))
         ORDER BY c.district, c.serial, c.as_of
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> RubricTrialChangeRow {
        let (district, serial, name, englishName, asOf, before, after, parts, logOdds, raised, cleared) = try row.decode(
            as: District.self, Int64.self, String.self, String?.self, Day.self, String.self, String.self, [String].self, [Double].self,
            [String].self, [String].self)
        return RubricTrialChangeRow(
            organization: OrganizationNumber(district: district, serial: serial), name: name, englishName: englishName, asOf: asOf,
            statusBefore: before, statusAfter: after, parts: parts, logOdds: logOdds, flagsRaised: raised, flagsCleared: cleared)
    }
}
