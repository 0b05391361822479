import Foundation
import Store
import Tabular
import Testing
import Workflow

/// A table to be imported, with the answers that imports of it agree on.
struct TestTable: Sendable {
    var kind: ImportKind
    var bytes: [UInt8]
    var mapping = TableMapping.byName
    var areaOrigin = InsertArea.Origin.local
    var chunkSize = 64 << 10 | 1
    var stop = BytesSource.Stop.never
    var rowsPerChunk = 10_000

    init(_ kind: ImportKind, _ text: String) {
        self.init(kind, bytes: Array(text.utf8))
    }

    init(_ kind: ImportKind, bytes: [UInt8], mapping: TableMapping = .byName) {
        self.kind = kind
        self.bytes = bytes
        self.mapping = mapping
    }

    func request(skippingBadRows: Bool = false, rehearsing: Bool = false) -> ImportRequest {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        return ImportRequest(
            kind: kind, mapping: mapping, fileName: "table.csv", fileFingerprint: String(hasher.finalize()), mappingHash: "none",
            skipsBadRows: skippingBadRows, isRehearsal: rehearsing, areaOrigin: areaOrigin)
    }

    var source: BytesSource { BytesSource(bytes: bytes, chunkSize: chunkSize, stop: stop) }
}

extension TestRegistry {
    @discardableResult func importing(
        _ table: TestTable, skippingBadRows: Bool = false, rehearsing: Bool = false
    ) async throws -> ImportReport {
        try await ImportTable(registry: registry, rowsPerChunk: table.rowsPerChunk)(
            table.request(skippingBadRows: skippingBadRows, rehearsing: rehearsing), from: table.source, as: caller)
    }

    func findings(of report: ImportReport) async throws -> [Finding] {
        try await ListImportFindings(registry: registry)(job: report.job, skipping: 0, count: 10_000, as: caller)
    }

    /// Imports a table that must be sound and gives the report.
    @discardableResult func taking(_ table: TestTable, sourceLocation: SourceLocation = #_sourceLocation) async throws -> ImportReport {
        let report = try await importing(table)
        if report.outcome != .applied {
            Issue.record("\(table.kind): \(try await findings(of: report).prefix(5))", sourceLocation: sourceLocation)
        }
        return report
    }
}
