extension RecordScanner {
    /// Reads on in a cell without quotes. A quote in the middle of it is text.
    mutating func scanPlain() -> Outcome {
        var seen = traits
        position = PlainRun.plainEnd(record.bytes.span, from: position, delimiter: delimiter, ceiling: ceiling, traits: &seen)
        traits = seen
        guard position < record.bytes.count else {
            guard finished else { return waitForBytes() }
            finishCell(end: position)
            return finishRecord()
        }
        return endCell(at: position)
    }

    /// Reads on in a quoted cell and counts its lines.
    mutating func scanQuoted() -> Outcome {
        while true {
            var seen = traits
            position = PlainRun.quotedEnd(record.bytes.span, from: position, traits: &seen)
            traits = seen
            guard position < record.bytes.count else {
                guard finished else { return waitForBytes() }
                mode = .over
                refuse(.quoteLeftOpen(line: quoteLine))
                return .broken
            }
            switch record.bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                mode = .afterQuote
                return .goOn
            case 0x0D:
                // CR LF is one line end, so the byte after CR must be known.
                guard position + 1 < record.bytes.count || finished else { return waitForBytes() }
                if position + 1 == record.bytes.count || record.bytes[position + 1] != 0x0A { line += 1 }
            default:
                line += 1
            }
            position += 1
        }
    }

    /// Decides what the quote was that has just been passed: half of a doubled one, or the end of the cell.
    mutating func scanAfterQuote() -> Outcome {
        guard position < record.bytes.count else {
            guard finished else { return waitForBytes() }
            finishCell(end: position - 1)
            return finishRecord()
        }
        switch record.bytes[position] {
        case UInt8(ascii: "\""):
            traits.insert(.doubledQuotes)
            position += 1
            mode = .quoted
            return .goOn
        case delimiter, 0x0A, 0x0D:
            return endCell(at: position - 1)
        default:
            checkLimits(end: position - 1)
            // A quote that closes on another line has probably swallowed rows: what follows cannot be trusted.
            if quoteLine != line || problem == nil { refuse(.textAfterQuote(opened: quoteLine, closed: line)) }
            mode = quoteLine == line ? .untilLineEnd : .over
            return quoteLine == line ? .goOn : .broken
        }
    }

    /// Passes over the rest of a line that cannot be understood.
    mutating func skipToLineEnd() -> Outcome {
        while position < record.bytes.count, record.bytes[position] != 0x0A, record.bytes[position] != 0x0D {
            position += 1
        }
        guard position < record.bytes.count else { return finished ? finishRecord() : .needsBytes }
        return takeLineEnd() ? finishRecord() : .needsBytes
    }

    /// Ends the cell at the delimiter or line end under ``position``.
    private mutating func endCell(at end: Int) -> Outcome {
        if record.bytes[position] == delimiter {
            finishCell(end: end)
            position += 1
            cellStart = position
            mode = .cellStart
            return .goOn
        }
        guard takeLineEnd() else { return waitForBytes() }
        finishCell(end: end)
        return finishRecord()
    }

    /// Passes LF, CR or CR LF. False when the byte after CR is not known yet.
    private mutating func takeLineEnd() -> Bool {
        if record.bytes[position] == 0x0D {
            guard position + 1 < record.bytes.count || finished else { return false }
            if position + 1 < record.bytes.count, record.bytes[position + 1] == 0x0A { position += 1 }
        }
        position += 1
        line += 1
        return true
    }
}
