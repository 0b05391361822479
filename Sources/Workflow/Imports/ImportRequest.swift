package import Store
package import Tabular

/// A table to be imported, and how.
package struct ImportRequest: Sendable {
    package let kind: ImportKind
    package let mapping: TableMapping
    package let key: ImportKey
    /// Areas of the national list are told apart from those added here.
    package let areaOrigin: InsertArea.Origin
    /// What the mapping says, where it says no more than which column of the file each of the register's is read from; else empty.
    package let columns: [String: String]

    /// - Parameters:
    ///   - fileFingerprint: equal for equal files, so that a killed import goes on where it was.
    ///   - mappingHash: equal for equal mappings.
    ///   - skipsBadRows: whether sound rows are taken over although others are not.
    ///   - isRehearsal: whether everything is checked and nothing taken over.
    package init(
        kind: ImportKind, mapping: TableMapping, fileName: String, fileFingerprint: String, mappingHash: String, skipsBadRows: Bool = false,
        isRehearsal: Bool = false, areaOrigin: InsertArea.Origin = .local, columns: [String: String] = [:]
    ) {
        self.kind = kind
        self.mapping = mapping
        self.areaOrigin = areaOrigin
        self.columns = columns
        key = ImportKey(
            kind: kind.rawValue, fileName: fileName, fileFingerprint: fileFingerprint, mappingHash: mappingHash, skipBadRows: skipsBadRows,
            rehearsal: isRehearsal)
    }
}

/// Where the bytes of a table come from.
package protocol ImportSource: Sendable {
    /// The bytes from an offset on, in chunks of at least 64 KiB but for the last.
    associatedtype Chunks: AsyncSequence & Sendable where Chunks.Element == [UInt8]

    func chunks(from offset: Int) -> Chunks
}

/// How an import ended.
package struct ImportReport: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable {
        case applied
        /// Nothing was written because rows were wrong.
        case refused
        /// Nothing was written because nobody asked for it; all rows are sound.
        case rehearsed
    }

    package let job: Int64
    package let kind: ImportKind
    package let outcome: Outcome
    package let counts: ImportCounts
    package let errors: Int64
    package let warnings: Int64
    /// Rows that the mapping passes over, and rows without any value.
    package let passedOver: Int64
    /// Whether an import that was cut short was gone on with.
    package let wasResumed: Bool
}

extension ImportReport {
    /// Rows of the file that were looked at.
    package var rowsRead: Int64 { counts.read }
    package var rowsInserted: Int64 { counts.inserted }
    package var rowsChanged: Int64 { counts.changed }
    package var rowsUnchanged: Int64 { counts.unchanged }
    /// Rows that cannot be taken over.
    package var rowsRejected: Int64 { counts.rejected }
}

/// How far an import has come.
package enum ImportProgress: Hashable, Sendable {
    case reading(bytes: Int64, rows: Int64)
    case checking
    case applying
}
