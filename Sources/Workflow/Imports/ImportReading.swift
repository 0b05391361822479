import Foundation
import Postgres
import Store
import Tabular
import Values

/// Turns the bytes of a table into lines for the staging table and findings, chunk by chunk.
struct ImportReading {
    let job: Int64
    private(set) var counts: ImportCounts
    private(set) var isUnreadable = false
    private let request: ImportRequest
    private var reader: TableReader
    private var stager: any RowStager
    private var lines = CopyText(capacity: 4 << 20)
    private var findings = CopyText(capacity: 1 << 12)
    private var isFinished = false
    /// Rows whose lines are in the chunk being made.
    private var rowsInChunk = 0
    /// Which of the rows of one record comes next, and the record it belongs to.
    private var part = (row: 0, number: 0)

    init(request: ImportRequest, job: Int64, registry: Registry, counts: ImportCounts) {
        self.request = request
        self.job = job
        self.counts = counts
        reader = TableReader(schema: request.kind.schema, mapping: request.mapping)
        stager =
            request.kind == .organizations
            ? OrganizationStager(folding: registry.folding, today: registry.today) : RecordStager(kind: request.kind)
    }

    var bytesRead: Int { reader.bytesRead }
    var passedOver: Int64 { Int64(reader.skippedRows) }

    /// Goes on at a checkpoint that a reader of the same file wrote.
    mutating func open(at checkpoint: CSVCheckpoint?) throws {
        guard let checkpoint else { return }
        reader = try TableReader(resumingAt: checkpoint, schema: request.kind.schema, mapping: request.mapping)
    }

    /// The next chunk; nil when there is no more.
    mutating func nextChunk<Bytes: AsyncIteratorProtocol>(
        from bytes: inout Bytes, rows: Int, size: Int
    ) async throws -> ImportStaging.Chunk? where Bytes.Element == [UInt8] {
        if isFinished { return nil }
        rowsInChunk = 0
        while rowsInChunk < rows && lines.count < size || !isBetweenRecords {
            do {
                switch try reader.next() {
                case .row: takeRow()
                case .rejected: reject(reader.findings)
                case .needsBytes:
                    if let chunk = try await bytes.next(isolation: #isolation) { reader.append(chunk) } else { reader.finish() }
                case .end:
                    isFinished = true
                    return try chunk()
                }
            } catch let refusal as TableRefusal {
                refusal.findings.forEach { write($0) }
                isUnreadable = true
                isFinished = true
                return try chunk()
            }
        }
        return try chunk()
    }

    /// Whether all rows of the current record have been made, so that reading can be taken up behind it.
    private var isBetweenRecords: Bool {
        guard let checkpoint = reader.checkpoint else { return true }
        return rowsInChunk == 0 || checkpoint.row > part.row
    }

    private mutating func chunk() throws -> ImportStaging.Chunk {
        let checkpoint = try reader.checkpoint.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        return ImportStaging.Chunk(lines: lines.take(), findings: findings.take(), counts: counts, checkpoint: checkpoint)
    }

    private mutating func takeRow() {
        part = (reader.row.row, part.row == reader.row.row ? part.number + 1 : 0)
        reader.findings.forEach { write($0) }
        let problems = stager.stage(reader.row, part: part.number, job: job, into: &lines)
        counts.read += 1
        rowsInChunk += 1
        guard problems.contains(where: { $0.severity == .error }) else {
            counts.staged += 1
            return
        }
        counts.rejected += 1
        problems.forEach { write($0) }
    }

    private mutating func reject(_ problems: [Finding]) {
        part = (reader.row.row, part.number)
        counts.read += 1
        counts.rejected += 1
        rowsInChunk += 1
        problems.forEach { write($0) }
    }

    private mutating func write(_ finding: Finding) {
        findings.append(job)
        findings.append(finding.row)
        findings.append(finding.line)
        findings.append(finding.column)
        findings.append(finding.value)
        findings.append(finding.code)
        findings.append(finding.message.zh)
        findings.append(finding.message.en)
        findings.append(finding.remedy.zh)
        findings.append(finding.remedy.en)
        findings.append(finding.severity.rawValue)
        findings.endRow()
    }
}
