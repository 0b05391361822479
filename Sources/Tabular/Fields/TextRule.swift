/// What a text must be: no characters that hide or steer other text, and not too long.
enum TextRule {
    /// The text without white space, ideographic spaces and no-break spaces around it.
    static func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
        var start = 0
        var end = bytes.count
        while start < end, let width = spaceWidth(bytes, at: start, before: end) { start += width }
        while end > start, let width = spaceWidth(bytes, endingAt: end, after: start) { end -= width }
        return start..<end
    }

    private static func spaceWidth(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
        case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
        default: nil
        }
    }

    private static func spaceWidth(_ bytes: Span<UInt8>, endingAt end: Int, after start: Int) -> Int? {
        switch bytes[end - 1] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xA0 where end - 2 >= start && bytes[end - 2] == 0xC2: 2
        case 0x80 where end - 3 >= start && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE3: 3
        default: nil
        }
    }

    /// Checks trimmed text.
    /// - Returns: true when the text shows signs of an earlier damage (U+FFFD).
    static func check(_ bytes: Span<UInt8>, longest: Int, lines: Bool) throws(FieldProblem) -> Bool {
        var characters = 0
        var damaged = false
        for index in bytes.indices {
            let byte = bytes[index]
            if byte & 0xC0 != 0x80 { characters += 1 }
            if byte >= 0x20, byte < 0x7F { continue }
            if byte < 0x80 {
                let isLine = byte == 0x0A || byte == 0x0D || byte == 0x09
                guard isLine, lines else { throw .controlCharacter(UInt32(byte)) }
            } else if byte == 0xC2 || byte == 0xE2 || byte == 0xEF {
                damaged = try checkWide(bytes, at: index) || damaged
            }
        }
        guard characters <= longest else { throw .textTooLong(longest: longest, found: characters) }
        return damaged
    }

    /// Looks for C1 controls (U+0080 to U+009F), direction overrides (U+202A to U+202E, U+2066 to U+2069) and U+FFFD.
    private static func checkWide(_ bytes: Span<UInt8>, at index: Int) throws(FieldProblem) -> Bool {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch (bytes[index], second, third) {
        case (0xC2, 0x80...0x9F, _): throw .controlCharacter(UInt32(second))
        case (0xE2, 0x80, 0xAA...0xAE): throw .controlCharacter(0x2000 + UInt32(third) - 0x80)
        case (0xE2, 0x81, 0xA6...0xA9): throw .controlCharacter(0x2040 + UInt32(third) - 0x80)
        default: return bytes[index] == 0xEF && second == 0xBF && third == 0xBD
        }
    }
}
