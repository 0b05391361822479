package import Postgres
import Values

/// An import as the database remembers it.
package struct ImportJob: Hashable, Sendable {
    package enum State: String, Sendable, PostgresCodable {
        /// Rows are being read into the staging tables.
        case staging
        /// All rows are staged and checked against each other and the register.
        case staged
        case applied
        /// Not applied because rows were wrong.
        case refused
        /// Not applied because nobody asked for it.
        case rehearsed
    }

    package let job: Int64
    package let state: State
    /// Where reading goes on, as the reader wrote it; nil at the beginning of the file.
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

/// Begins an import or finds the unfinished one, and keeps others from it until the transaction ends.
package struct OpenImportJob: Statement {
    let key: ImportKey

    package init(_ key: ImportKey) {
        self.key = key
    }

    package var sql: SQL {
        """
        INSERT INTO import_jobs (kind, file_name, file_fingerprint, mapping_hash, skip_bad_rows, rehearsal)
        VALUES (\(key.kind), \(key.fileName), \(key.fileFingerprint), \(key.mappingHash), \(key.skipBadRows), \(key.rehearsal))
        ON CONFLICT (kind, file_fingerprint, mapping_hash, skip_bad_rows, rehearsal) WHERE state IN ('staging', 'staged')
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

/// Writes down how far reading has come.
package struct SaveImportProgress: Command {
    let job: Int64
    let checkpoint: String?
    let counts: ImportCounts

    package init(job: Int64, checkpoint: String?, counts: ImportCounts) {
        self.job = job
        self.checkpoint = checkpoint
        self.counts = counts
    }

    package var sql: SQL {
        """
        UPDATE import_jobs
           SET checkpoint = \(checkpoint), rows_read = \(counts.read), rows_staged = \(counts.staged), rows_rejected = \(counts.rejected)
         WHERE job = \(job)
        """
    }
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
