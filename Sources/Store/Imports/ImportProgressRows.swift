package import Postgres
package import Values

/// How large the file of an import is.
package struct ImportSize: Hashable, Sendable {
    package let bytes: Int64
    /// Without the header; nil where nobody has counted them.
    package var rows: Int64?

    package init(bytes: Int64, rows: Int64? = nil) {
        self.bytes = bytes
        self.rows = rows
    }
}

/// Where an import stands, as whoever does it tells others.
package struct ToldProgress: Hashable, Sendable {
    package enum Phase: String, Sendable, PostgresCodable {
        case waiting, reading, checking, applying
        /// It does not go on by itself.
        case stopped
    }

    package var phase = Phase.waiting
    package var bytesRead: Int64 = 0
    package var rowsRead: Int64 = 0
    package var size: ImportSize
    /// Why it stopped, where there was more to it than an interruption.
    package var reason: BilingualText?

    package init(size: ImportSize) {
        self.size = size
    }
}

/// Says that an import is to begin, or to be gone on with, unless somebody is at it.
package struct ExpectImport: Command {
    let job: Int64
    let size: ImportSize
    let columns: [String: String]

    /// - Parameter columns: from which column of the file each of the register's is read, by their names.
    package init(_ job: Int64, size: ImportSize, columns: [String: String]) {
        self.job = job
        self.size = size
        self.columns = columns
    }

    package var sql: SQL {
        let names = columns.keys.sorted()
        return """
            INSERT INTO import_progress AS p (job, phase, columns, headers, bytes_all, rows_all)
            VALUES (\(job), 'waiting', \(names), \(names.map { columns[$0] ?? "" }), \(size.bytes), \(size.rows))
            ON CONFLICT (job) DO UPDATE
               SET phase = 'waiting', stopped_chinese = NULL, stopped_english = NULL, told_at = now()
             WHERE NOT (\(fragment: SelectImports.isHeardOf))
            """
    }
}

/// Tells where an import stands. What was told too late, behind its end, is passed over.
package struct TellImportProgress: Command {
    let job: Int64
    let told: ToldProgress

    package init(_ job: Int64, _ told: ToldProgress) {
        self.job = job
        self.told = told
    }

    package var sql: SQL {
        """
        UPDATE import_progress
           SET phase = \(told.phase), bytes_read = \(told.bytesRead), rows_read = \(told.rowsRead), rows_all = \(told.size.rows),
               stopped_chinese = \(told.reason?.zh), stopped_english = \(told.reason?.en), told_at = now()
         WHERE job = \(job) AND phase <> 'stopped'
        """
    }
}

/// An import as it is remembered, with where it stands.
package struct StoredImport: Hashable, Sendable {
    package let job: Int64
    package let kind: String
    package let fileName: String
    package let fileFingerprint: String
    package let skipsBadRows: Bool
    package let isRehearsal: Bool
    /// The state of the job, or where it stands while it has none: `waiting`, `reading`, `checking`, `applying`, or `interrupted` when nobody
    /// is at it.
    package let standing: String
    package let counts: ImportCounts
    package let checkpoint: String?
    package let bytesRead: Int64
    /// nil for an import that began before progress was told.
    package let size: ImportSize?
    package let columns: [String: String]
    package let reason: BilingualText?
    package let errors: Int64
    package let warnings: Int64
    package let startedAt: Instant
    package let finishedAt: Instant?
}

/// Somebody's own imports, the newest first.
package struct SelectImports: Statement {
    let caller: String
    let job: Int64?
    let before: Int64?
    let limit: Int

    /// - Parameters:
    ///   - job: only that one; nil for all.
    ///   - before: only older ones than that; nil for all.
    package init(of caller: String, job: Int64? = nil, before: Int64? = nil, limit: Int = 1) {
        self.caller = caller
        self.job = job
        self.before = before
        self.limit = limit
    }

    /// Whether somebody is at the import of a row `p`: whoever is tells so every few seconds.
    static let isHeardOf: SQL = "p.phase <> 'stopped' AND p.told_at > now() - interval '20 seconds'"

    package var sql: SQL {
        """
        SELECT j.job, j.kind, j.file_name, j.file_fingerprint, j.skip_bad_rows, j.rehearsal,
               CASE WHEN j.state <> 'staging' THEN j.state WHEN \(fragment: Self.isHeardOf) THEN p.phase ELSE 'interrupted' END,
               greatest(j.rows_read, CASE WHEN j.state = 'staging' THEN p.rows_read END), j.rows_rejected, j.rows_inserted, j.rows_changed,
               j.rows_unchanged, j.checkpoint, coalesce(p.bytes_read, 0), p.bytes_all, p.rows_all, p.columns, p.headers, p.stopped_chinese,
               p.stopped_english,
               (SELECT count(*) FROM import_findings f WHERE f.job = j.job AND f.severity = 'error'),
               (SELECT count(*) FROM import_findings f WHERE f.job = j.job AND f.severity = 'warning'), j.started_at, j.finished_at
          FROM import_jobs j
          LEFT JOIN import_progress p ON p.job = j.job
         WHERE j.caller = \(caller) AND (\(job)::bigint IS NULL OR j.job = \(job)) AND (\(before)::bigint IS NULL OR j.job < \(before))
         ORDER BY j.job DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredImport {
        let (
            job, kind, name, fingerprint, skips, rehearsal, standing, read, rejected, inserted, changed, unchanged, checkpoint, bytesRead,
            bytesAll, rowsAll, columns, headers, chinese, english, errors, warnings, started, finished
        ) = try row.decode(
            as: Int64.self, String.self, String.self, String.self, Bool.self, Bool.self, String.self, Int64.self, Int64.self, Int64.self,
            Int64.self, Int64.self, String?.self, Int64.self, Int64?.self, Int64?.self, [String]?.self, [String]?.self, String?.self,
            String?.self, Int64.self, Int64.self, Instant.self, Instant?.self)
        var counts = ImportCounts()
        (counts.read, counts.rejected) = (read, rejected)
        (counts.inserted, counts.changed, counts.unchanged) = (inserted, changed, unchanged)
        return StoredImport(
            job: job, kind: kind, fileName: name, fileFingerprint: fingerprint, skipsBadRows: skips, isRehearsal: rehearsal,
            standing: standing, counts: counts, checkpoint: checkpoint, bytesRead: bytesRead,
            size: bytesAll.map { ImportSize(bytes: $0, rows: rowsAll) },
            columns: Dictionary(zip(columns ?? [], headers ?? []), uniquingKeysWith: { first, _ in first }),
            reason: chinese.flatMap { chinese in english.map { BilingualText(zh: chinese, en: $0) } }, errors: errors, warnings: warnings,
            startedAt: started, finishedAt: finished)
    }
}
