import Postgres
import Store
import Tabular
import Values

/// Turns the bytes of a table into lines for the staging table and findings, chunk by chunk.
struct ImportReading {
    let job: Int64
    private(set) var counts: ImportCounts
    /// Behind the last chunk that was made.
    private(set) var place: ImportCheckpoint
    private let request: ImportRequest
    private var reader: TableReader
    private var stager: any RowStager
    private var lines = CopyText(capacity: 4 << 20)
    private var findings = CopyText(capacity: 1 << 12)
    /// Rows that were passed over before an import that was cut short is gone on with.
    private let passedOverBefore: Int64
    private var toldOfHeader: Bool
    /// Rows whose lines are in the chunk being made.
    private var rowsInChunk = 0
    /// Which of the rows of one record comes next, and the record it belongs to.
    private var part = (row: 0, number: 0)

    /// - Parameters:
    ///   - place: where a reading of the same file stopped.
    ///   - people: what names are sealed with; nil for a kind whose rows name nobody.
    init(
        request: ImportRequest, job: Int64, registry: Registry, people: PeopleKeys?, counts: ImportCounts, place: ImportCheckpoint
    ) throws {
        self.request = request
        self.job = job
        self.counts = counts
        self.place = place
        passedOverBefore = place.passedOver
        toldOfHeader = place.place != nil
        if let start = place.place {
            reader = try TableReader(resumingAt: start, schema: request.kind.schema, mapping: request.mapping)
        } else {
            reader = TableReader(schema: request.kind.schema, mapping: request.mapping)
        }
        if request.kind == .organizations, let people {
            stager = OrganizationStager(folding: registry.folding, today: registry.today, people: people)
        } else {
            stager = RecordStager(kind: request.kind, today: registry.today, people: people)
        }
    }

    var bytesRead: Int { reader.bytesRead }

    /// The next chunk; nil when there is no more.
    mutating func nextChunk<Bytes: AsyncIteratorProtocol>(
        from bytes: inout Bytes, rows: Int, size: Int
    ) async throws -> ImportStaging.Chunk? where Bytes.Element == [UInt8] {
        if place.isFinished { return nil }
        rowsInChunk = 0
        while rowsInChunk < rows && lines.count < size || !isBetweenRecords {
            do {
                switch try reader.next() {
                case .row: try takeRow()
                case .rejected: reject(reader.findings)
                case .needsBytes:
                    if let chunk = try await bytes.next(isolation: #isolation) { reader.append(chunk) } else { reader.finish() }
                case .end:
                    place.isFinished = true
                    return chunk()
                }
                tellOfHeader()
            } catch let refusal as TableRefusal {
                refusal.findings.forEach { write($0) }
                (place.isFinished, place.isUnreadable) = (true, true)
                return chunk()
            }
        }
        return chunk()
    }

    /// Writes down, once, which columns of the file nothing is read from.
    private mutating func tellOfHeader() {
        if toldOfHeader || reader.row.row == 0 { return }
        toldOfHeader = true
        reader.headerFindings.forEach { write($0) }
    }

    /// Whether all rows of the current record have been made, so that reading can be taken up behind it.
    private var isBetweenRecords: Bool {
        guard let checkpoint = reader.checkpoint else { return true }
        return rowsInChunk == 0 || checkpoint.row > part.row
    }

    private mutating func chunk() -> ImportStaging.Chunk {
        place.chunks += 1
        place.place = reader.checkpoint
        place.passedOver = passedOverBefore + Int64(reader.skippedRows)
        return ImportStaging.Chunk(lines: lines.take(), findings: findings.take(), counts: counts, place: place)
    }

    private mutating func takeRow() throws {
        part = (reader.row.row, part.row == reader.row.row ? part.number + 1 : 0)
        reader.findings.forEach { write($0) }
        let problems = try stager.stage(reader.row, part: part.number, job: job, into: &lines)
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
        problems.forEach { write(guarded($0)) }
    }

    /// A row whose cells cannot be told apart may show a cell that names a person, in whatever column it stands.
    private func guarded(_ finding: Finding) -> Finding {
        guard Self.unsortedCells.contains(finding.code), !finding.value.isEmpty, request.kind.schema.columns.contains(where: \.personal)
        else { return finding }
        return Finding(
            row: finding.row, line: finding.line, column: finding.column, value: "•••", code: finding.code, message: finding.message,
            remedy: finding.remedy, severity: finding.severity)
    }

    /// Findings about the form of a row, which know nothing of the columns of the register.
    private static let unsortedCells: Set<String> = [
        StructureProblem.nulByte(offset: 0).code, StructureProblem.invalidBytes(encoding: .utf8, offset: 0).code,
        StructureProblem.tooWide(found: 0, expected: 0).code,
    ]

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
