/// Cuts bytes into records and cells (RFC 4180; LF, CRLF and CR end a line), without looking at what the cells say.
///
/// Works on the file's own bytes in either encoding: no byte of a GB18030 character is a quote, a line end or one of
/// ``CSVOptions/delimiters``. So every offset is an offset in the file, and only cells that are wanted are ever converted.
/// The bytes of a refused record are dropped on the way, which bounds the memory whatever the file holds.
struct RecordScanner {
    enum Outcome {
        case goOn
        case needsBytes
        /// ``record`` is complete.
        case record
        /// ``problem`` says why this record is no record; the next one can be read.
        case refused
        /// ``problem`` says why nothing more can be read.
        case broken
        case end
    }

    enum Mode {
        case recordStart, cellStart, plain, quoted, afterQuote, untilLineEnd, over
    }

    let options: CSVOptions
    let delimiter: UInt8
    /// Bytes above this one and below 0x80 mean nothing to the scanner.
    let ceiling: UInt8

    var record = CSVRecord()
    /// What is wrong with the current record, and the number of the cell, from 1.
    private(set) var problem: (problem: StructureProblem, cell: Int)?

    var mode = Mode.recordStart
    /// The next byte to look at.
    var position = 0
    var cellStart = 0
    var traits: CellRange.Traits = []
    /// The line of ``position``, from 1.
    var line: Int
    /// The line on which the current cell's quote stands.
    var quoteLine = 0
    private(set) var finished = false
    /// The current record is complete and not given out yet, so that its bytes must stay.
    var isHeld = false
    private var recordStart = 0
    /// Cells of this record so far, with those that were dropped.
    private var cellCount = 0
    /// The file offset of the byte at index 0.
    private(set) var base: Int

    /// - Parameters:
    ///   - offset: the file offset of the first byte that will be appended.
    ///   - row: the row number of the first record.
    ///   - line: the line on which it begins.
    init(options: CSVOptions, delimiter: UInt8, offset: Int = 0, row: Int = 1, line: Int = 1) {
        self.options = options
        self.delimiter = delimiter
        ceiling = max(delimiter, UInt8(ascii: "\""))
        base = offset
        record.row = row - 1
        self.line = line
    }

    /// Where the next record begins, once a record has been returned.
    var nextRecord: (offset: Int, row: Int, line: Int) {
        isHeld ? (record.offset, record.row, record.line) : (base + position, record.row + 1, line)
    }

    /// Adds the next bytes of the file. What is behind the current record is dropped first; the record's cells are no longer valid.
    mutating func append(_ chunk: UnsafeRawBufferPointer) {
        let kept = !isHeld && mode == .recordStart || problem != nil ? position : recordStart
        if kept > 0 {
            record.bytes.removeSubrange(0..<kept)
            base += kept
            position -= kept
            recordStart -= kept
            cellStart -= kept
            for index in record.cells.indices {
                record.cells[index].start -= kept
                record.cells[index].end -= kept
            }
        }
        record.bytes.append(contentsOf: chunk)
    }

    /// Says that the file has no more bytes.
    mutating func finish() {
        finished = true
    }

    /// Reads up to the end of the next record that is not an empty line.
    mutating func next() -> Outcome {
        while true {
            let outcome: Outcome
            switch mode {
            case .recordStart: outcome = startRecord()
            case .cellStart: outcome = startCell()
            case .plain: outcome = scanPlain()
            case .quoted: outcome = scanQuoted()
            case .afterQuote: outcome = scanAfterQuote()
            case .untilLineEnd: outcome = skipToLineEnd()
            case .over: outcome = .end
            }
            if outcome != .goOn { return outcome }
        }
    }
}

// MARK: The record as a whole

extension RecordScanner {
    private mutating func startRecord() -> Outcome {
        guard position < record.bytes.count else { return finished ? .end : .needsBytes }
        recordStart = position
        cellStart = position
        cellCount = 0
        problem = nil
        record.row += 1
        record.line = line
        record.offset = base + position
        record.cells.removeAll(keepingCapacity: true)
        record.converted.removeAll(keepingCapacity: true)
        mode = .cellStart
        return .goOn
    }

    /// Reads cells that have no quotes in one go; leaves the last one of the line to ``scanPlain()``.
    private mutating func startCell() -> Outcome {
        guard position < record.bytes.count else {
            guard finished else { return waitForBytes() }
            traits = []
            finishCell(end: position)
            return finishRecord()
        }
        if problem == nil {
            // The cells are taken out meanwhile: the bytes are read in place, which borrows the whole record.
            var cells: [CellRange] = []
            swap(&cells, &record.cells)
            let run = PlainRun.scan(
                record.bytes.span, from: position, delimiter: delimiter, ceiling: ceiling, longest: options.largestCell,
                last: recordStart + options.largestRecord, most: options.mostColumns, into: &cells)
            swap(&cells, &record.cells)
            cellCount = record.cells.count
            (cellStart, position, traits) = (run.cellStart, run.stop, run.traits)
        } else {
            (cellStart, traits) = (position, [])
        }
        guard position < record.bytes.count else {
            mode = position == cellStart ? .cellStart : .plain
            return .goOn
        }
        mode = .plain
        if position == cellStart, record.bytes[position] == UInt8(ascii: "\"") {
            mode = .quoted
            traits = .quoted
            quoteLine = line
            position += 1
            cellStart = position
        }
        return .goOn
    }

    /// Ends the cell and checks the limits.
    mutating func finishCell(end: Int) {
        checkLimits(end: end)
        cellCount += 1
        if problem == nil { record.cells.append(CellRange(start: cellStart, end: end, traits: traits)) }
    }

    /// Ends the record. An empty line is passed over.
    mutating func finishRecord() -> Outcome {
        mode = .recordStart
        guard problem == nil else { return .refused }
        if record.cells.count == 1, record.cells[0].start == record.cells[0].end, !record.cells[0].traits.contains(.quoted) {
            return .goOn
        }
        for index in record.cells.indices where record.cells[index].traits.contains(.doubledQuotes) {
            halveQuotes(in: index)
        }
        return .record
    }

    /// Stops for more bytes, or gives the record up when it has grown too large to be kept.
    mutating func waitForBytes() -> Outcome {
        // The quote that was passed last is not part of the cell.
        checkLimits(end: mode == .afterQuote ? position - 1 : position)
        return .needsBytes
    }

    /// Notes the limit that the record has passed first, so that the cut of the chunks makes no difference.
    mutating func checkLimits(end: Int) {
        guard problem == nil else { return }
        if cellCount >= options.mostColumns {
            refuse(.tooManyColumns(limit: options.mostColumns))
            return
        }
        let cellLimit = cellStart + options.largestCell
        let recordLimit = recordStart + options.largestRecord
        if end > cellLimit, cellLimit <= recordLimit {
            refuse(.cellTooLarge(limit: options.largestCell))
        } else if end > recordLimit {
            refuse(.recordTooLarge(limit: options.largestRecord))
        }
    }

    /// Notes what is wrong with the current cell and so with the record.
    mutating func refuse(_ problem: StructureProblem) {
        self.problem = (problem, cellCount + 1)
    }

    private mutating func halveQuotes(in index: Int) {
        let quote = UInt8(ascii: "\"")
        var read = record.cells[index].start
        var write = read
        let end = record.cells[index].end
        while read < end {
            let byte = record.bytes[read]
            record.bytes[write] = byte
            write += 1
            // Inside a quoted cell a quote is always followed by its double.
            read += byte == quote ? 2 : 1
        }
        record.cells[index].end = write
    }
}
