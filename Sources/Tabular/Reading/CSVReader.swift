/// Reads a CSV file from chunks of its bytes, one record at a time, in memory that does not grow with the file.
///
/// Append a chunk, call ``next()`` until it says ``Step/needsBytes``, append the next one; after the last call ``finish()`` and go on to
/// ``Step/end``. A chunk may end anywhere, also inside a character. The header is read by itself and is not a step.
package struct CSVReader {
    package enum Step: Hashable, Sendable {
        /// ``CSVReader/record`` holds the next row, with as many cells as the header.
        case record
        /// The row cannot be read; reading goes on behind it.
        case refused(Finding)
        case needsBytes
        case end
    }

    /// What was asked for; see ``encoding`` and ``delimiter`` for what was found.
    package let options: CSVOptions
    /// The names in the first row; `nil` until it has been read.
    package internal(set) var header: CSVHeader?
    /// `nil` while everything so far was ASCII and no encoding was stated.
    package internal(set) var encoding: TextEncoding?

    var scanner: RecordScanner
    var converter: GB18030Converter?
    /// False until the byte order mark and the delimiter have been dealt with.
    var isOpen: Bool
    var finished = false
    /// Whether a refusal has ended the reading.
    var stopped = false
    /// Whether anything came after the header.
    var hasRows: Bool

    package init(options: CSVOptions = CSVOptions()) {
        self.options = options
        encoding = options.encoding
        scanner = RecordScanner(options: options, delimiter: options.delimiter ?? CSVOptions.delimiters[0])
        isOpen = false
        hasRows = false
    }

    /// Goes on where a reader of the same file stopped. The first byte appended must be the one at the checkpoint's offset.
    /// - Throws: ``StructureProblem`` of a header that no reader has written.
    package init(resumingAt checkpoint: CSVCheckpoint, options: CSVOptions = CSVOptions()) throws(StructureProblem) {
        self.options = options
        encoding = checkpoint.encoding ?? options.encoding
        header = try CSVHeader(names: checkpoint.header)
        scanner = RecordScanner(
            options: options, delimiter: checkpoint.delimiter, offset: checkpoint.offset, row: checkpoint.row, line: checkpoint.line)
        isOpen = true
        hasRows = true
    }

    /// The current row. Its bytes are valid until the next call of ``next()`` or ``append(_:)-(UnsafeRawBufferPointer)``.
    package var record: CSVRecord { scanner.record }

    /// Comma, tab or semicolon, as stated or found.
    package var delimiter: UInt8 { scanner.delimiter }

    /// Where reading can be taken up again behind the current row; `nil` until the header has been read.
    package var checkpoint: CSVCheckpoint? {
        guard let header else { return nil }
        let next = scanner.nextRecord
        return CSVCheckpoint(
            offset: next.offset, row: next.row, line: next.line, encoding: encoding, delimiter: delimiter, header: header.names)
    }

    /// How many bytes are kept at the moment; a little over one record and one chunk at most, and 64 KiB while the encoding is not known.
    package var bufferedBytes: Int { scanner.record.bytes.count }

    /// Adds the next bytes of the file.
    package mutating func append(_ chunk: [UInt8]) {
        chunk.withUnsafeBytes { scanner.append($0) }
    }

    /// Adds the next bytes of the file; they are copied.
    package mutating func append(_ chunk: UnsafeRawBufferPointer) {
        scanner.append(chunk)
    }

    /// Says that the file has no more bytes.
    package mutating func finish() {
        finished = true
        scanner.finish()
    }

    /// Reads the next row.
    /// - Throws: ``TableRefusal`` when nothing more can be read; a later call then says ``Step/end``.
    package mutating func next() throws(TableRefusal) -> Step {
        if stopped { return .end }
        guard try open() else { return .needsBytes }
        while true {
            switch scanner.isHeld ? .record : scanner.next() {
            case .goOn: continue
            case .needsBytes: return .needsBytes
            case .end: return try end()
            case .broken: throw stop(scannerFinding())
            case .refused:
                guard header != nil else { throw stop(scannerFinding()) }
                hasRows = true
                return .refused(scannerFinding())
            case .record:
                scanner.isHeld = needsMoreToGuess
                if scanner.isHeld { return .needsBytes }
                if let finding = try understand() {
                    guard header != nil else { throw stop(finding) }
                    hasRows = true
                    return .refused(finding)
                }
                guard header == nil else {
                    hasRows = true
                    return .record
                }
                try takeHeader()
            }
        }
    }
}
