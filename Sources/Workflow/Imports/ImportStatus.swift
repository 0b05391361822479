package import Store
package import Values

/// One of somebody's own imports: what it is, how far it has come, what came of it.
package struct ImportStatus: Hashable, Sendable {
    package enum Standing: String, CaseIterable, Hashable, Sendable {
        /// Others are done before it.
        case waiting
        case reading, checking, applying
        /// It was cut short before its end; the same file, sent again, goes on where it was.
        case interrupted
        case applied
        /// Nothing was written because rows were wrong.
        case refused
        /// Nothing was written because nobody asked for it.
        case rehearsed
    }

    package let number: Int64
    package let kind: ImportKind
    package let fileName: String
    package let fileFingerprint: String
    package let skipsBadRows: Bool
    package let isRehearsal: Bool
    package let standing: Standing
    package let counts: ImportCounts
    /// nil for an import of before progress was told.
    package let size: ImportSize?
    package let bytesRead: Int64
    /// Rows that the mapping passes over, and rows without any value.
    package let passedOver: Int64
    /// From which column of the file each of the register's is read; empty where a mapping file said it.
    package let columns: [String: String]
    /// Why it was cut short, where there was more to it than that.
    package let reason: BilingualText?
    package let errors: Int64
    package let warnings: Int64
    package let startedAt: Instant
    package let finishedAt: Instant?
}

extension ImportStatus {
    /// Rows of the file that were looked at.
    package var rowsRead: Int64 { counts.read }
    package var rowsInserted: Int64 { counts.inserted }
    package var rowsChanged: Int64 { counts.changed }
    package var rowsUnchanged: Int64 { counts.unchanged }
    /// Rows that cannot be taken over.
    package var rowsRejected: Int64 { counts.rejected }
    /// Rows of the file; nil while nobody has counted them.
    package var rowsOfAll: Int64? { size?.rows }

    /// Whether somebody is at it or will be.
    package var isUnderWay: Bool {
        switch standing {
        case .waiting, .reading, .checking, .applying: true
        case .interrupted, .applied, .refused, .rehearsed: false
        }
    }

    /// How much of the file is read, 0 to 100; nil where its size is not known.
    package var percent: Int? {
        switch standing {
        case .applied, .refused, .rehearsed, .checking, .applying: return 100
        case .waiting, .reading, .interrupted: break
        }
        guard let size, size.bytes > 0 else { return nil }
        if let rows = size.rows, rows > 0 { return Int(min(100, max(0, Double(counts.read) / Double(rows) * 100))) }
        return Int(min(100, max(0, Double(bytesRead) / Double(size.bytes) * 100)))
    }

    /// - Returns: nil for a kind that this version does not know.
    init?(_ row: StoredImport) {
        guard let kind = ImportKind(rawValue: row.kind), let standing = Standing(rawValue: row.standing) else { return nil }
        self.init(
            number: row.job, kind: kind, fileName: row.fileName, fileFingerprint: row.fileFingerprint, skipsBadRows: row.skipsBadRows,
            isRehearsal: row.isRehearsal, standing: standing, counts: row.counts, size: row.size, bytesRead: row.bytesRead,
            passedOver: row.checkpoint.flatMap { ImportCheckpoint(text: $0) }?.passedOver ?? 0, columns: row.columns, reason: row.reason,
            errors: row.errors, warnings: row.warnings, startedAt: row.startedAt, finishedAt: row.finishedAt)
    }
}
