/// Strings and numbers.
extension JSONParser {
    mutating func string() throws(JSONFault) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        var run = position
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                text += bytes[run..<position]
                position += 1
                guard let string = String(validating: text, as: UTF8.self) else { throw fault(.notUTF8, at: start) }
                return string
            case UInt8(ascii: "\\"):
                text += bytes[run..<position]
                text += String(try escape()).utf8
                run = position
            case 0..<0x20: throw fault(.controlCharacter)
            default: position += 1
            }
        }
        throw fault(.endsEarly)
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let letter = peek() else { throw fault(.endsEarly) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw fault(.badEscape, at: start)
        }
    }

    /// Four hexadecimal digits, or two such escapes that make a surrogate pair.
    private mutating func unicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800...0xDBFF).contains(first), peek() == UInt8(ascii: "\\") else { throw fault(.badEscape, at: start) }
        position += 1
        guard peek() == UInt8(ascii: "u") else { throw fault(.badEscape, at: start) }
        position += 1
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault(.badEscape, at: start) }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek() else { throw fault(.endsEarly) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault(.badEscape) }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// The number's spelling: no leading zero, digits on both sides of a point, digits in an exponent.
    mutating func number() throws(JSONFault) -> String {
        let start = position
        if peek() == UInt8(ascii: "-") { position += 1 }
        let whole = digits()
        if whole == 0 || (whole > 1 && bytes[position - whole] == UInt8(ascii: "0")) { throw fault(.badNumber, at: start) }
        if peek() == UInt8(ascii: ".") {
            position += 1
            if digits() == 0 { throw fault(.badNumber, at: start) }
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            position += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            if digits() == 0 { throw fault(.badNumber, at: start) }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position - start
    }
}
