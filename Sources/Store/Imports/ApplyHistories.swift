package import Postgres

/// A history whose steps are imported: its table, and what a step may follow.
package struct HistoryTable: Hashable, Sendable {
    let steps: String
    let value: String
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
    /// Steps of one day keep the order in which the file gives them, behind those on record.
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
                   r.step::bigint AS place, 0 AS part, NULL::bigint AS row_number
              FROM \(fragment: SQL(trusted: steps)) r
             WHERE (r.district, r.serial) IN (SELECT district, serial FROM fresh)
            UNION ALL
            SELECT district, serial, value, day, 1000000 + row_number, part, row_number
              FROM fresh)
        """
    }
}

/// Finds staged steps that may not follow the step before them, or that lie before a step on record.
package struct FindImpossibleSteps: Command {
    let find: FindInStagedRows

    /// - Parameter moves: pairs of what may follow what; nil as the first of a pair stands for the beginning.
    package init(job: Int64, table: HistoryTable, moves: [(from: String?, to: String)], words: CheckWords) {
        let from = moves.map { $0.from ?? "" }
        let to = moves.map(\.to)
        let query: SQL = """
            WITH \(fragment: table.combined(job: job)),
            ordered AS (
                SELECT row_number, value, coalesce(lag(value) OVER (PARTITION BY district, serial ORDER BY day, place, part), '') AS before
                  FROM whole)
            SELECT row_number, value, before
              FROM ordered o
             WHERE row_number IS NOT NULL
               AND NOT EXISTS (SELECT FROM unnest(\(from), \(to)) AS m (a, b) WHERE m.a = o.before AND m.b = o.value)
            UNION ALL
            SELECT f.row_number, f.value, 'on record: ' || r.value || ' ' || r.day
              FROM fresh f
              JOIN whole r ON r.district = f.district AND r.serial = f.serial AND r.row_number IS NULL AND r.day > f.day
            """
        find = FindInStagedRows(job: job, code: "step-out-of-order", words: words, query: query)
    }

    package var sql: SQL { find.sql }
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
