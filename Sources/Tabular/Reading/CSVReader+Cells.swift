import Values

extension CSVReader {
    /// Checks the current record's cells and converts them to UTF-8. A finding means that the row is refused.
    mutating func understand() throws(TableRefusal) -> Finding? {
        var seen: CellRange.Traits = []
        for cell in scanner.record.cells { seen.formUnion(cell.traits) }
        if seen.contains(.nul), let finding = nulFinding() { return finding }
        if seen.contains(.beyondASCII), let finding = try convertRecord() { return finding }
        guard let header else { return nil }
        let found = record.count
        let expected = header.names.count
        if found == expected { return nil }
        let problem: StructureProblem =
            found < expected ? .tooNarrow(found: found, expected: expected) : .tooWide(found: found, expected: expected)
        // A short row names the first column that is missing, a long one shows the first cell that is too much.
        return problem.finding(
            row: record.row, line: record.line, column: found < expected ? name(of: found) : nil,
            value: found > expected ? record.string(of: expected) : "")
    }

    /// The finding for what the scanner refused.
    func scannerFinding() -> Finding {
        guard let (problem, cell) = scanner.problem else {
            return StructureProblem.emptyFile.finding(row: 0, line: 0)
        }
        return problem.finding(row: record.row, line: record.line, column: name(of: cell - 1))
    }

    /// What the column is called; its number where it has no name.
    func name(of column: Int) -> String {
        guard let names = header?.names, names.indices.contains(column), !names[column].isEmpty else { return "#\(column + 1)" }
        return names[column]
    }

    private func nulFinding() -> Finding? {
        guard let column = record.cells.firstIndex(where: { $0.traits.contains(.nul) }) else { return nil }
        let cell = record.cells[column]
        let position = record.bytes[cell.start..<cell.end].firstIndex(of: 0) ?? cell.start
        let problem = StructureProblem.nulByte(offset: fileOffset(of: position, in: cell))
        return problem.finding(row: record.row, line: record.line, column: name(of: column), value: record.string(of: column))
    }

    /// Where a byte of a cell stands in the file: every quote before it that is left was two.
    private func fileOffset(of position: Int, in cell: CellRange) -> Int {
        let halved = cell.traits.contains(.doubledQuotes) ? record.bytes[cell.start..<position].count { $0 == UInt8(ascii: "\"") } : 0
        return scanner.base + position + halved
    }

    private mutating func convertRecord() throws(TableRefusal) -> Finding? {
        let encoding = encodingOfRecord()
        if encoding == .gb18030, converter == nil {
            converter = GB18030Converter()
            if converter == nil {
                throw stop(StructureProblem.conversionUnavailable.finding(row: record.row, line: record.line))
            }
        }
        for column in scanner.record.cells.indices where scanner.record.cells[column].traits.contains(.beyondASCII) {
            let cell = scanner.record.cells[column]
            let bad: Int?
            if let converter, encoding == .gb18030 {
                bad = convert(column, with: converter)
            } else {
                bad = UTF8Check.firstInvalidByte(in: scanner.record.bytes.span.extracting(cell.start..<cell.end))
            }
            if let bad {
                let problem = StructureProblem.invalidBytes(encoding: encoding, offset: fileOffset(of: cell.start + bad, in: cell))
                return problem.finding(row: record.row, line: record.line, column: name(of: column), value: record.string(of: column))
            }
        }
        return nil
    }

    private mutating func convert(_ column: Int, with converter: GB18030Converter) -> Int? {
        let cell = scanner.record.cells[column]
        // Taken out meanwhile: the bytes are read in place, which borrows the whole record.
        var converted: [UInt8] = []
        swap(&converted, &scanner.record.converted)
        let start = converted.count
        let bad = converter.convert(scanner.record.bytes.span.extracting(cell.start..<cell.end), into: &converted)
        scanner.record.cells[column] = CellRange(start: start, end: converted.count, traits: cell.traits.union(.converted))
        swap(&converted, &scanner.record.converted)
        return bad
    }
}
