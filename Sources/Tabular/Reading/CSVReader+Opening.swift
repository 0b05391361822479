import Values

extension CSVReader {
    /// How much of the file is looked at to find its delimiter and encoding, in bytes.
    private static let sampleSize = 64 << 10

    /// Deals with the first bytes of the file. False while there are too few of them.
    mutating func open() throws(TableRefusal) -> Bool {
        if isOpen { return true }
        let bytes = scanner.record.bytes
        guard finished || bytes.count >= 4 else { return false }
        var skipped = 0
        switch EncodingGuess.signature(bytes) {
        case .utf8Mark:
            encoding = .utf8
            skipped = 3
        case .utf16Mark: throw stop(StructureProblem.utf16.finding(row: 0, line: 0))
        case .spreadsheet: throw stop(StructureProblem.spreadsheetFile.finding(row: 0, line: 0))
        case .none: break
        }
        if let delimiter = options.delimiter, !CSVOptions.delimiters.contains(delimiter) {
            throw stop(StructureProblem.unknownDelimiter.finding(row: 0, line: 0))
        }
        let sample = bytes[skipped...].prefix(Self.sampleSize)
        let found = EncodingGuess.delimiter(in: sample, isComplete: finished || sample.count == Self.sampleSize)
        guard let delimiter = options.delimiter ?? found else { return false }
        isOpen = true
        scanner = RecordScanner(options: options, delimiter: delimiter, offset: skipped)
        bytes.withUnsafeBytes { scanner.append(UnsafeRawBufferPointer(rebasing: $0[skipped...])) }
        if finished { scanner.finish() }
        return true
    }

    /// Takes the current record as the header.
    mutating func takeHeader() throws(TableRefusal) {
        do {
            header = try CSVHeader(names: record.strings)
        } catch {
            throw stop(error.finding(row: record.row, line: record.line))
        }
    }

    /// The end of the file: a table without rows is refused.
    mutating func end() throws(TableRefusal) -> Step {
        if header == nil { throw stop(StructureProblem.emptyFile.finding(row: 0, line: 0)) }
        if !hasRows { throw stop(StructureProblem.headerOnly.finding(row: 0, line: 0)) }
        return .end
    }

    /// Nothing more will be read.
    mutating func stop(_ finding: Finding) -> TableRefusal {
        stopped = true
        return TableRefusal(finding)
    }

    /// Whether the current record asks for the encoding, and there may yet be more to guess it by. What is guessed would otherwise depend
    /// on where the chunks of the file end.
    var needsMoreToGuess: Bool {
        guard encoding == nil, !finished, let first = firstBeyondASCII else { return false }
        return scanner.record.bytes.count - first < Self.sampleSize
    }

    private var firstBeyondASCII: Int? { scanner.record.cells.first { $0.traits.contains(.beyondASCII) }?.start }

    /// Decides the encoding when the first bytes beyond ASCII come up.
    mutating func encodingOfRecord() -> TextEncoding {
        if let encoding { return encoding }
        let bytes = scanner.record.bytes
        // From the record's own first byte beyond ASCII on, so that the evidence is in the sample.
        let first = firstBeyondASCII ?? 0
        let found = EncodingGuess.encoding(of: bytes[first..<min(bytes.count, first + Self.sampleSize)])
        encoding = found
        return found
    }
}
