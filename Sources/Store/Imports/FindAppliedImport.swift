package import Postgres

/// When the very same import, of the same file with the same mapping, was taken over last; nil when it never was.
package struct FindAppliedImport: Statement {
    let key: ImportKey

    package init(_ key: ImportKey) {
        self.key = key
    }

    package var sql: SQL {
        """
        SELECT job
          FROM import_jobs
         WHERE kind = \(key.kind) AND file_fingerprint = \(key.fileFingerprint) AND mapping_hash = \(key.mappingHash)
           AND NOT rehearsal AND state = 'applied' AND (rows_rejected = 0 OR skip_bad_rows = \(key.skipBadRows))
         ORDER BY job DESC
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
