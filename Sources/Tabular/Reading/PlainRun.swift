/// The hot loops: over bytes that mean nothing to the structure of a table.
struct PlainRun {
    /// Where the unfinished cell begins.
    var cellStart: Int
    /// The byte that ended the run, or the end of the bytes.
    var stop: Int
    /// What was seen in the unfinished cell.
    var traits: CellRange.Traits

    /// Appends every cell that a delimiter ends. Stops at a line end, at a quote that opens a cell, or at the end; also at the delimiter
    /// of a cell that passes a limit.
    /// - Parameters:
    ///   - longest: the most bytes of a cell.
    ///   - last: the index up to which the record may reach.
    ///   - most: the most cells.
    static func scan(
        _ bytes: Span<UInt8>,
        from start: Int,
        delimiter: UInt8,
        ceiling: UInt8,
        longest: Int,
        last: Int,
        most: Int,
        into cells: inout [CellRange]
    ) -> PlainRun {
        var cellStart = start
        while true {
            if cellStart < bytes.count, bytes[cellStart] == UInt8(ascii: "\"") {
                return PlainRun(cellStart: cellStart, stop: cellStart, traits: [])
            }
            var traits: CellRange.Traits = []
            let stop = plainEnd(bytes, from: cellStart, delimiter: delimiter, ceiling: ceiling, traits: &traits)
            guard stop < bytes.count, bytes[stop] == delimiter, stop - cellStart <= longest, stop <= last, cells.count < most else {
                return PlainRun(cellStart: cellStart, stop: stop, traits: traits)
            }
            cells.append(CellRange(start: cellStart, end: stop, traits: traits))
            cellStart = stop + 1
        }
    }

    /// The index of the next delimiter or line end, or the end of the bytes.
    @inline(__always)
    static func plainEnd(
        _ bytes: Span<UInt8>,
        from start: Int,
        delimiter: UInt8,
        ceiling: UInt8,
        traits: inout CellRange.Traits
    ) -> Int {
        var index = start
        let count = bytes.count
        var seen: UInt8 = 0
        // The index never leaves 0..<count, so the loop does without the check of every access.
        while index < count {
            let byte = bytes[unchecked: index]
            if byte > ceiling {
                seen |= byte
            } else if byte == delimiter || byte == 0x0A || byte == 0x0D {
                break
            } else if byte == 0 {
                traits.insert(.nul)
            }
            index += 1
        }
        if seen >= 0x80 { traits.insert(.beyondASCII) }
        return index
    }

    /// The index of the next quote or line end inside a quoted cell, or the end of the bytes.
    @inline(__always)
    static func quotedEnd(_ bytes: Span<UInt8>, from start: Int, traits: inout CellRange.Traits) -> Int {
        var index = start
        let count = bytes.count
        var seen: UInt8 = 0
        // As above: the index never leaves 0..<count.
        while index < count {
            let byte = bytes[unchecked: index]
            if byte > UInt8(ascii: "\"") {
                seen |= byte
            } else if byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
                break
            } else if byte == 0 {
                traits.insert(.nul)
            }
            index += 1
        }
        if seen >= 0x80 { traits.insert(.beyondASCII) }
        return index
    }
}
