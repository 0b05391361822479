package import Postgres
import Values

/// An import as the database remembers it.
package struct ImportJob: Hashable, Sendable {
    package enum State: String, Sendable, PostgresCodable {
        /// Rows are being read into the staging tables, or all are there and wait to be checked and taken over.
        case staging
        case applied
        /// Not applied because rows were wrong.
        case refused
        /// Not applied because nobody asked for it.
        case rehearsed
    }

    package let job: Int64
    package let state: State
    /// Where the import goes on, as it wrote it itself; nil at the beginning.
    package let checkpoint: String?
    package let counts: ImportCounts

    package init(job: Int64, state: State, checkpoint: String?, counts: ImportCounts) {
        self.job = job
        self.state = state
        self.checkpoint = checkpoint
        self.counts = counts
    }
}

/// How many rows of a file came to what.
package struct ImportCounts: Hashable, Sendable {
    package var read: Int64 = 0
    package var staged: Int64 = 0
    package var rejected: Int64 = 0
    package var inserted: Int64 = 0
    package var changed: Int64 = 0
    package var unchanged: Int64 = 0

    package init() {}
}

/// What makes two imports the same one: an unfinished import of the same file in the same way is gone on with.
package struct ImportKey: Hashable, Sendable {
    package let kind: String
    package let fileName: String
    package let fileFingerprint: String
    package let mappingHash: String
    package let skipBadRows: Bool
    package let rehearsal: Bool

    package init(kind: String, fileName: String, fileFingerprint: String, mappingHash: String, skipBadRows: Bool, rehearsal: Bool) {
        self.kind = kind
        self.fileName = fileName
        self.fileFingerprint = fileFingerprint
        self.mappingHash = mappingHash
        self.skipBadRows = skipBadRows
        self.rehearsal = rehearsal
    }
}

/// Begins an import or finds the unfinished one. Waits for a transaction that is about to finish it.
package struct OpenImportJob: Statement {
    let key: ImportKey
    let caller: String

    /// - Parameter caller: whose import it is; only their own unfinished one is gone on with.
    package init(_ key: ImportKey, of caller: String) {
        self.key = key
        self.caller = caller
    }

    package var sql: SQL {
        """
        INSERT INTO import_jobs (caller, kind, file_name, file_fingerprint, mapping_hash, skip_bad_rows, rehearsal)
        VALUES (\(caller), \(key.kind), \(key.fileName), \(key.fileFingerprint), \(key.mappingHash), \(key.skipBadRows), \(key.rehearsal))
        ON CONFLICT (caller, kind, file_fingerprint, mapping_hash, skip_bad_rows, rehearsal) WHERE state = 'staging'
        DO UPDATE SET file_name = excluded.file_name
        RETURNING job, state, checkpoint, rows_read, rows_staged, rows_rejected
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> ImportJob {
        let (job, state, checkpoint, read, staged, rejected) = try row.decode(
            as: Int64.self, ImportJob.State.self, String?.self, Int64.self, Int64.self, Int64.self)
        var counts = ImportCounts()
        (counts.read, counts.staged, counts.rejected) = (read, staged, rejected)
        return ImportJob(job: job, state: state, checkpoint: checkpoint, counts: counts)
    }
}

/// Finds an unfinished import of the same table; no row when there is none.
package struct FindUnfinishedImport: Statement {
    let key: ImportKey
    let caller: String

    package init(_ key: ImportKey, of caller: String) {
        self.key = key
        self.caller = caller
    }

    package var sql: SQL {
        """
        SELECT job
          FROM import_jobs
         WHERE caller = \(caller) AND kind = \(key.kind) AND file_fingerprint = \(key.fileFingerprint)
           AND mapping_hash = \(key.mappingHash) AND skip_bad_rows = \(key.skipBadRows) AND rehearsal = \(key.rehearsal)
           AND state = 'staging'
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Writes down how far reading has come. Touches no row when the job is no longer where it was left, because another import of the same
/// file has gone on with it.
package struct SaveImportProgress: Command {
    let job: Int64
    let before: String?
    let checkpoint: String?
    let counts: ImportCounts

    /// - Parameter before: the checkpoint that was read or written last.
    package init(job: Int64, before: String?, checkpoint: String?, counts: ImportCounts) {
        self.job = job
        self.before = before
        self.checkpoint = checkpoint
        self.counts = counts
    }

    package var sql: SQL {
        """
        UPDATE import_jobs
           SET checkpoint = \(checkpoint), rows_read = \(counts.read), rows_staged = \(counts.staged), rows_rejected = \(counts.rejected)
         WHERE job = \(job) AND state = 'staging' AND checkpoint IS NOT DISTINCT FROM \(before)
        """
    }
}

/// Takes an import to be finished in this transaction; no row when it is no longer where it was left.
package struct TakeImportJob: Statement {
    let job: Int64
    let checkpoint: String?

    package init(job: Int64, checkpoint: String?) {
        self.job = job
        self.checkpoint = checkpoint
    }

    package var sql: SQL {
        """
        SELECT job
          FROM import_jobs
         WHERE job = \(job) AND state = 'staging' AND checkpoint IS NOT DISTINCT FROM \(checkpoint)
           FOR UPDATE
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Lets one import of a kind after the other into the register, so that what one adds is there when the next one is checked.
package struct AwaitTurn: Statement {
    let kind: String

    package init(kind: String) {
        self.kind = kind
    }

    package var sql: SQL { "SELECT pg_advisory_xact_lock(hashtext('import ' || \(kind)))" }

    package func decode(_ row: Row) throws(PostgresError) {}
}

/// Moves an import to its next state.
package struct FinishImportState: Command {
    let job: Int64
    let state: ImportJob.State
    let counts: ImportCounts

    package init(job: Int64, state: ImportJob.State, counts: ImportCounts) {
        self.job = job
        self.state = state
        self.counts = counts
    }

    package var sql: SQL {
        """
        UPDATE import_jobs
           SET state = \(state), rows_rejected = \(counts.rejected), rows_inserted = \(counts.inserted), rows_changed = \(counts.changed),
               rows_unchanged = \(counts.unchanged),
               finished_at = CASE WHEN \(state) IN ('applied', 'refused', 'rehearsed') THEN now() END
         WHERE job = \(job)
        """
    }
}

/// Empties an import, to read the file again from its beginning.
package struct RestartImport: Sendable {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    package var statements: [SQL] {
        [
            "DELETE FROM staged_organizations WHERE job = \(job)",
            "DELETE FROM staged_records WHERE job = \(job)",
            "DELETE FROM import_findings WHERE job = \(job)",
            """
            UPDATE import_jobs
               SET state = 'staging', checkpoint = NULL, rows_read = 0, rows_staged = 0, rows_rejected = 0
             WHERE job = \(job)
            """,
        ]
    }
}

/// How many rows of an import stand in the staging tables; fewer than were staged after a crash of the server.
package struct CountStagedRows: Statement {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    package var sql: SQL {
        """
        SELECT (SELECT count(*) FROM staged_organizations WHERE job = \(job)) + (SELECT count(*) FROM staged_records WHERE job = \(job))
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// How many staged rows have no error.
package struct CountSoundRows: Statement {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    package var sql: SQL {
        """
        WITH bad AS (SELECT DISTINCT row_number FROM import_findings WHERE job = \(job) AND severity = 'error')
        SELECT (SELECT count(*) FROM staged_organizations WHERE job = \(job) AND row_number NOT IN (SELECT row_number FROM bad))
               + (SELECT count(*) FROM staged_records WHERE job = \(job) AND row_number NOT IN (SELECT row_number FROM bad))
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Removes the staged rows of an import that is over.
package struct ClearStagedRows: Sendable {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    package var statements: [SQL] {
        ["DELETE FROM staged_organizations WHERE job = \(job)", "DELETE FROM staged_records WHERE job = \(job)"]
    }
}
