/// Reads a foreign table from chunks of its bytes as typed rows for the register: ``CSVReader`` and ``RowMapper`` together.
///
/// Append a chunk, call ``next()`` until it says ``Step/needsBytes``, append the next one; after the last call ``finish()`` and go on to
/// ``Step/end``. Memory does not grow with the file.
package struct TableReader {
    package enum Step: Hashable, Sendable {
        /// ``TableReader/row`` holds a row; ``TableReader/findings`` holds warnings about it.
        case row
        /// A row cannot be taken over; ``TableReader/findings`` says why.
        case rejected
        case needsBytes
        case end
    }

    package let schema: TableSchema
    package let mapping: TableMapping
    /// The current row. Copy what is to be kept.
    package private(set) var row: MappedRow
    /// What is wrong with the current row.
    package private(set) var findings: [Finding] = []
    /// Rows of the file that the mapping passed over, and rows without any value.
    package private(set) var skippedRows = 0

    private var reader: CSVReader
    private var mapper: RowMapper?
    /// The next repetition to make of the current record; 0 when a new record is due.
    private var repetition = 0

    /// - Parameter options: what is stated here goes before what the mapping states.
    package init(schema: TableSchema, mapping: TableMapping = .byName, options: CSVOptions = CSVOptions()) {
        self.schema = schema
        self.mapping = mapping
        row = MappedRow(schema: schema)
        reader = CSVReader(options: mapping.options(over: options))
    }

    /// Goes on where a reader of the same file stopped. The first byte appended must be the one at the checkpoint's offset.
    /// - Throws: what is wrong with the mapping.
    package init(
        resumingAt checkpoint: CSVCheckpoint,
        schema: TableSchema,
        mapping: TableMapping = .byName,
        options: CSVOptions = CSVOptions()
    ) throws(TableRefusal) {
        self.init(schema: schema, mapping: mapping, options: options)
        do throws(StructureProblem) {
            reader = try CSVReader(resumingAt: checkpoint, options: mapping.options(over: options))
        } catch {
            throw TableRefusal(error.finding(row: 1, line: 1))
        }
    }

    /// Adds the next bytes of the file.
    package mutating func append(_ chunk: [UInt8]) {
        reader.append(chunk)
    }

    /// Adds the next bytes of the file; they are copied.
    package mutating func append(_ chunk: UnsafeRawBufferPointer) {
        reader.append(chunk)
    }

    /// Says that the file has no more bytes.
    package mutating func finish() {
        reader.finish()
    }

    /// Reads the next row.
    /// - Throws: ``TableRefusal`` when the file or the mapping is not to be read, or not any further.
    package mutating func next() throws(TableRefusal) -> Step {
        findings.removeAll(keepingCapacity: true)
        while true {
            if repetition == 0 {
                switch try reader.next() {
                case .needsBytes: return .needsBytes
                case .end: return .end
                case .refused(let finding):
                    findings.append(finding)
                    return .rejected
                case .record: break
                }
                if reader.record.isBlank {
                    skippedRows += 1
                    continue
                }
            }
            let mapper = try preparedMapper()
            let outcome = mapper.map(reader.record, repetition: repetition, into: &row, findings: &findings)
            repetition = repetition + 1 < mapper.rowsPerRecord ? repetition + 1 : 0
            switch outcome {
            case .row: return .row
            case .rejected: return .rejected
            case .skipped: skippedRows += 1
            }
        }
    }

    private mutating func preparedMapper() throws(TableRefusal) -> RowMapper {
        if let mapper { return mapper }
        guard let header = reader.header else { throw TableRefusal(StructureProblem.emptyFile.finding(row: 0, line: 0)) }
        let made = try RowMapper(schema: schema, mapping: mapping, header: header)
        mapper = made
        return made
    }
}

extension TableReader {
    /// The names in the first row; `nil` until it has been read.
    package var header: CSVHeader? { reader.header }

    /// `nil` while everything so far was ASCII and no encoding was stated.
    package var encoding: TextEncoding? { reader.encoding }

    /// Columns of the file that nothing is read from. Empty until the first row has been read.
    package var headerFindings: [Finding] { mapper?.headerFindings ?? [] }

    /// Where reading can be taken up again so that no row is lost: behind the current record, or before it while more rows of it are due
    /// (those already made of it then come again). `nil` until the header has been read.
    package var checkpoint: CSVCheckpoint? {
        guard let behind = reader.checkpoint, repetition > 0 else { return reader.checkpoint }
        let record = reader.record
        return CSVCheckpoint(
            offset: record.offset, row: record.row, line: record.line, encoding: behind.encoding, delimiter: behind.delimiter,
            header: behind.header)
    }

    /// How far into the file the current record reaches, in bytes; for showing progress.
    package var bytesRead: Int { reader.scanner.nextRecord.offset }
}
