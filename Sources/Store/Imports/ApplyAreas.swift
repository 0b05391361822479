import Incubation
package import Postgres

/// What is looked for in staged areas. Fields: code, name, english name, level, parent, first and last day, successor.
package enum AreaCheck: String, CaseIterable, Sendable {
    case parentUnknown = "parent-unknown"
    case successorUnknown = "successor-unknown"
    case areaTwice = "area-twice"
    case levelChanged = "area-level-changed"
    /// An area lies in one of a higher level; that keeps two areas from lying in each other.
    case parentNotAbove = "parent-not-above"
    /// What the row points at is refused itself and not on record, directly or in several steps. Sees what the other checks found.
    case neededRowRefused = "needed-row-refused"

    func query(job: Int64) -> SQL {
        switch self {
        case .parentUnknown: Self.unknown(field: "s.fields[5]", job: job)
        case .successorUnknown: Self.unknown(field: "s.fields[8]", job: job)
        case .areaTwice:
            """
            SELECT t.row_number, t.code, t.first_row::text
              FROM (SELECT s.row_number, s.fields[1] AS code, min(s.row_number) OVER (PARTITION BY s.fields[1]) AS first_row
                      FROM staged_records s
                     WHERE s.job = \(job)) t
             WHERE t.row_number > t.first_row
            """
        case .levelChanged:
            """
            SELECT s.row_number, s.fields[4], a.level
              FROM staged_records s
              JOIN areas a ON a.code = s.fields[1]
             WHERE s.job = \(job) AND a.level <> s.fields[4]
            """
        case .parentNotAbove:
            """
            SELECT s.row_number, s.fields[5], p.level
              FROM staged_records s
              JOIN (SELECT fields[1] AS code, fields[4] AS level
                      FROM staged_records
                     WHERE job = \(job)
                     UNION
                    SELECT a.code, a.level
                      FROM areas a) p ON p.code = s.fields[5]
             WHERE s.job = \(job)
               AND array_position(\(Self.levels), p.level) >= array_position(\(Self.levels), s.fields[4])
            """
        case .neededRowRefused: Self.neededRowRefused(job: job)
        }
    }

    /// The topmost first.
    private static let levels = AreaLevel.allCases.map(\.rawValue)

    private static func neededRowRefused(job: Int64) -> SQL {
        """
        WITH RECURSIVE staged AS (
            SELECT s.row_number, s.fields[1] AS code, s.fields[5] AS parent, s.fields[8] AS successor,
                   EXISTS (
                        SELECT
                          FROM import_findings i
                         WHERE i.job = s.job AND i.row_number = s.row_number AND i.severity = 'error') AS is_refused
              FROM staged_records s
             WHERE s.job = \(job)),
        lacking AS (
            SELECT code
              FROM staged b
             WHERE is_refused
               AND NOT EXISTS (SELECT FROM areas a WHERE a.code = b.code)
               AND NOT EXISTS (SELECT FROM staged g WHERE g.code = b.code AND NOT g.is_refused)
            UNION
            SELECT s.code
              FROM lacking l
              JOIN staged s ON l.code IN (s.parent, s.successor)
             WHERE NOT EXISTS (SELECT FROM areas a WHERE a.code = s.code))
        SELECT s.row_number, min(l.code), NULL::text
          FROM staged s
          JOIN lacking l ON l.code IN (s.parent, s.successor)
         WHERE NOT s.is_refused
         GROUP BY s.row_number
        """
    }

    private static func unknown(field: SQL, job: Int64) -> SQL {
        """
        SELECT s.row_number, \(fragment: field), NULL::text
          FROM staged_records s
         WHERE s.job = \(job) AND \(fragment: field) IS NOT NULL
           AND NOT EXISTS (SELECT FROM areas a WHERE a.code = \(fragment: field))
           AND NOT EXISTS (SELECT FROM staged_records p WHERE p.job = s.job AND p.fields[1] = \(fragment: field))
        """
    }
}

extension FindInStagedRows {
    package init(job: Int64, check: AreaCheck, words: CheckWords) {
        self.init(job: job, code: check.rawValue, words: words, query: check.query(job: job))
    }
}

/// Takes the accepted areas of an import over. A row whose parent was refused is left out with it, down to the last level.
package struct ApplyAreas: Statement {
    let job: Int64
    let origin: InsertArea.Origin

    package init(job: Int64, origin: InsertArea.Origin) {
        self.job = job
        self.origin = origin
    }

    package var sql: SQL {
        """
        WITH RECURSIVE sound AS (
            SELECT s.fields AS f
              FROM staged_records s
             WHERE s.job = \(job)
               AND NOT EXISTS (
                    SELECT
                      FROM import_findings i
                     WHERE i.job = s.job AND i.row_number = s.row_number AND i.severity = 'error')),
        anchored AS (
            SELECT f
              FROM sound
             WHERE f[5] IS NULL OR EXISTS (SELECT FROM areas a WHERE a.code = f[5])
            UNION
            SELECT sound.f
              FROM anchored
              JOIN sound ON sound.f[5] = anchored.f[1]),
        written AS (
            INSERT INTO areas AS t (code, name, english_name, level, parent, valid_from, valid_until, successor, origin)
            SELECT f[1], f[2], f[3], f[4], f[5], f[6]::date, f[7]::date, f[8], \(origin.rawValue)
              FROM anchored
            ON CONFLICT (code)
            DO UPDATE SET name = excluded.name, english_name = excluded.english_name, parent = excluded.parent, valid_from = excluded.valid_from,
                          valid_until = excluded.valid_until, successor = excluded.successor
             WHERE (t.name, t.english_name, t.parent, t.valid_from, t.valid_until, t.successor)
                   IS DISTINCT FROM
                   (excluded.name, excluded.english_name, excluded.parent, excluded.valid_from, excluded.valid_until, excluded.successor)
            RETURNING xmax = 0 AS is_new)
        SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new)
          FROM written
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (inserted: Int64, changed: Int64) {
        let (inserted, changed) = try row.decode(as: Int64.self, Int64.self)
        return (inserted, changed)
    }
}
