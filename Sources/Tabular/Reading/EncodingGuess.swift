/// Tells UTF-8 from GB18030 by the bytes themselves.
enum EncodingGuess {
    /// What a file begins with.
    enum Signature {
        case utf8Mark, utf16Mark, spreadsheet, none
    }

    /// Knows byte order marks and the first bytes of .xlsx and .xls files. Wants 4 bytes, or all there are.
    static func signature(_ bytes: [UInt8]) -> Signature {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8Mark }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16Mark }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .spreadsheet }
        return .none
    }

    /// Judges bytes of which some are not ASCII. A few damaged characters do not turn a UTF-8 file into GB18030:
    /// text in GB18030 is broken UTF-8 nearly everywhere.
    static func encoding(of bytes: ArraySlice<UInt8>) -> TextEncoding {
        var good = 0
        var bad = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = sequenceLength(bytes, at: index)
            switch length {
            case 0: bad += 1
            case 1: break
            default: good += length
            }
            index += max(length, 1)
        }
        // A sequence that the end of the sample cuts off counts as at most three bad bytes.
        return bad <= 3 && good > bad || bad * 8 <= good ? .utf8 : .gb18030
    }

    /// The length of the UTF-8 sequence that begins here; 0 when none does.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard index + length <= bytes.endIndex else { return 0 }
        return bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
    }

    /// The delimiter that stands most often in the first line that is not empty, outside quotes. Comma when none does.
    /// - Parameter isComplete: whether the bytes are all there will be. Otherwise `nil` when they end before that line does.
    static func delimiter(in bytes: ArraySlice<UInt8>, isComplete: Bool) -> UInt8? {
        var counts = CSVOptions.delimiters.map { _ in 0 }
        var quoted = false
        var isEmpty = true
        var ended = isComplete
        for byte in bytes {
            let isLineEnd = byte == 0x0A || byte == 0x0D
            if isLineEnd, !isEmpty, !quoted {
                ended = true
                break
            }
            if !isLineEnd { isEmpty = false }
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if !quoted, let kind = CSVOptions.delimiters.firstIndex(of: byte) { counts[kind] += 1 }
        }
        guard ended else { return nil }
        var best = 0
        for kind in counts.indices where counts[kind] > counts[best] { best = kind }
        return CSVOptions.delimiters[best]
    }
}
