package import Postgres

/// A history whose steps are imported: its table, and what a step may follow.
package struct HistoryTable: Hashable, Sendable {
    let steps: String
    /// What a step says, as a column of the table and of the import.
    package let value: String
    let day: String
    /// Further columns, in the order of the staged fields from the third on.
    let details: [String]

    /// Fields: status, since, office, document number.
    package static let legalStatus = HistoryTable(
        steps: "legal_status_steps", value: "status", day: "since", details: ["office", "document_number"])
    /// Fields: stage, entered on, reason.
    package static let cases = HistoryTable(steps: "case_steps", value: "stage", day: "entered_on", details: ["reason"])

    /// Steps that are staged and not on record yet, as `fresh`, and with those on record in one order, as `whole`.
    ///
    /// Steps of one day keep the order in which the file gives them, also those that one line of it gives, behind those on record.
    func combined(job: Int64) -> SQL {
        """
        \(fragment: StagedRecords.accepted(job: job)),
        fresh AS (
            SELECT s.district, s.serial, s.row_number, s.part, s.fields[1] AS value, s.fields[2]::date AS day, s.fields
              FROM accepted s
             WHERE NOT EXISTS (
                    SELECT
                      FROM \(fragment: SQL(trusted: steps)) r
                     WHERE r.district = s.district AND r.serial = s.serial
                       AND \(fragment: SQL(trusted: "r.\(value)")) = s.fields[1] AND \(fragment: SQL(trusted: "r.\(day)")) = s.fields[2]::date)),
        whole AS (
            SELECT r.district, r.serial, \(fragment: SQL(trusted: "r.\(value)")) AS value, \(fragment: SQL(trusted: "r.\(day)")) AS day,
                   r.step::bigint AS place, NULL::bigint AS row_number, 0 AS part
              FROM \(fragment: SQL(trusted: steps)) r
             WHERE (r.district, r.serial) IN (SELECT district, serial FROM fresh)
            UNION ALL
            SELECT district, serial, value, day, 1000000 + row_number, row_number, part
              FROM fresh)
        """
    }
}

/// What is looked for in staged steps of a history, in this order.
package enum StepCheck: String, CaseIterable, Sendable {
    /// A step that no history begins with.
    case noBeginning = "step-cannot-begin"
    /// A step that may not follow the one before it.
    case outOfOrder = "step-out-of-order"
    /// A step that lies before one on record: histories grow at their end alone.
    case beforeRecorded = "step-before-recorded"
    /// A step behind one that is refused: without it, what follows is another history.
    case behindRefused = "step-behind-refused"

    func query(job: Int64, table: HistoryTable, moves: [(from: String?, to: String)]) -> SQL {
        switch self {
        case .noBeginning, .outOfOrder:
            return """
                WITH \(fragment: table.combined(job: job)),
                ordered AS (
                    SELECT row_number, value, coalesce(lag(value) OVER (PARTITION BY district, serial ORDER BY day, place, part), '') AS before
                      FROM whole)
                SELECT row_number, value, before
                  FROM ordered o
                 WHERE row_number IS NOT NULL AND (before = '') = \(self == .noBeginning)
                   AND NOT EXISTS (
                        SELECT
                          FROM unnest(\(moves.map { $0.from ?? "" }), \(moves.map(\.to))) AS m (a, b)
                         WHERE m.a = o.before AND m.b = o.value)
                """
        case .beforeRecorded:
            return """
                WITH \(fragment: table.combined(job: job))
                SELECT f.row_number, f.value, min(r.day)::text
                  FROM fresh f
                  JOIN whole r ON r.district = f.district AND r.serial = f.serial AND r.row_number IS NULL AND r.day > f.day
                 GROUP BY f.row_number, f.value
                """
        case .behindRefused:
            return """
                WITH \(fragment: table.combined(job: job)),
                refused AS (
                    SELECT n.district, n.serial, n.row_number, n.fields[2]::date AS day
                      FROM named n
                     WHERE EXISTS (
                            SELECT
                              FROM import_findings i
                             WHERE i.job = \(job) AND i.row_number = n.row_number AND i.severity = 'error')
                       -- The same step once more is refused as well, but the history goes on without it.
                       AND NOT EXISTS (
                            SELECT
                              FROM whole w
                             WHERE w.district = n.district AND w.serial = n.serial AND w.value = n.fields[1] AND w.day = n.fields[2]::date))
                SELECT f.row_number, f.value, min(r.row_number)::text
                  FROM fresh f
                  JOIN refused r ON r.district = f.district AND r.serial = f.serial AND (r.day, r.row_number) < (f.day, f.row_number)
                 GROUP BY f.row_number, f.value
                """
        }
    }
}

extension FindInStagedRows {
    /// - Parameter moves: pairs of what may follow what; nil as the first of a pair stands for the beginning.
    package init(job: Int64, check: StepCheck, in table: HistoryTable, moves: [(from: String?, to: String)], words: CheckWords) {
        self.init(job: job, code: check.rawValue, words: words, query: check.query(job: job, table: table, moves: moves))
    }
}

/// Adds the staged steps to their histories.
package struct ApplySteps: Statement {
    let job: Int64
    let table: HistoryTable

    package init(job: Int64, table: HistoryTable) {
        self.job = job
        self.table = table
    }

    package var sql: SQL {
        let columns = [table.value, table.day] + table.details
        let values = ["f.value", "f.day"] + table.details.indices.map { "f.fields[\($0 + 3)]" }
        return """
            WITH \(fragment: table.combined(job: job)),
            written AS (
                INSERT INTO \(fragment: SQL(trusted: "\(table.steps) (district, serial, step, \(columns.joined(separator: ", ")))"))
                SELECT f.district, f.serial,
                       row_number() OVER (PARTITION BY f.district, f.serial ORDER BY f.day, f.row_number, f.part)
                       + coalesce((
                            SELECT max(r.step)
                              FROM \(fragment: SQL(trusted: table.steps)) r
                             WHERE r.district = f.district AND r.serial = f.serial), 0),
                       \(fragment: SQL(trusted: values.joined(separator: ", ")))
                  FROM fresh f
                RETURNING 1)
            SELECT count(*), 0::bigint
              FROM written
            """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (inserted: Int64, changed: Int64) {
        let (inserted, changed) = try row.decode(as: Int64.self, Int64.self)
        return (inserted, changed)
    }
}

/// What must run around ``ApplySteps`` so that the newest step shows in the directory or the case.
package enum ShowNewestStep {
    /// Keeps others from recording a step of the organizations that staged rows name; records that point at them may still be added.
    package static func lockOrganizations(job: Int64) -> SQL {
        """
        WITH \(fragment: StagedRecords.named(job: job))
        SELECT
          FROM organizations o
         WHERE (o.district, o.serial) IN (SELECT district, serial FROM named)
         ORDER BY o.district, o.serial
           FOR NO KEY UPDATE
        """
    }

    /// Keeps others from moving the cases of the organizations that staged rows name.
    package static func lockCases(job: Int64) -> SQL {
        """
        WITH \(fragment: StagedRecords.named(job: job))
        SELECT
          FROM incubation_cases c
         WHERE (c.district, c.serial) IN (SELECT district, serial FROM named)
         ORDER BY c.district, c.serial
           FOR NO KEY UPDATE
        """
    }

    /// Opens the cases that the staged steps belong to.
    package static func openCases(job: Int64) -> SQL {
        """
        WITH \(fragment: StagedRecords.accepted(job: job))
        INSERT INTO incubation_cases (district, serial, stage)
        SELECT DISTINCT ON (s.district, s.serial) s.district, s.serial, s.fields[1]
          FROM accepted s
         ORDER BY s.district, s.serial, s.fields[2]::date, s.row_number, s.part
            ON CONFLICT (district, serial) DO NOTHING
        """
    }

    package static func ofCases(job: Int64) -> SQL {
        """
        WITH \(fragment: StagedRecords.accepted(job: job)),
        newest AS (
            SELECT DISTINCT ON (r.district, r.serial) r.district, r.serial, r.stage
              FROM case_steps r
             WHERE (r.district, r.serial) IN (SELECT district, serial FROM accepted)
             ORDER BY r.district, r.serial, r.step DESC)
        UPDATE incubation_cases c
           SET version = c.version + 1, stage = n.stage
          FROM newest n
         WHERE c.district = n.district AND c.serial = n.serial AND c.stage <> n.stage
        """
    }

    package static func ofLegalStatus(job: Int64) -> SQL {
        """
        WITH \(fragment: StagedRecords.accepted(job: job)),
        newest AS (
            SELECT DISTINCT ON (r.district, r.serial) r.district, r.serial, r.status, r.since
              FROM legal_status_steps r
             WHERE (r.district, r.serial) IN (SELECT district, serial FROM accepted)
             ORDER BY r.district, r.serial, r.step DESC)
        UPDATE organizations o
           SET version = o.version + 1, legal_status = n.status, legal_status_since = n.since
          FROM newest n
         WHERE o.district = n.district AND o.serial = n.serial AND (o.legal_status, o.legal_status_since) IS DISTINCT FROM (n.status, n.since)
        """
    }
}
