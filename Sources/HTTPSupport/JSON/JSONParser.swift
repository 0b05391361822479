/// Reads RFC 8259 strictly: one value, no repeated names, no lone surrogates, a bound on depth.
package struct JSONParser {
    /// Deeper than any request of this service by far, and shallow enough for the smallest stack.
    package static let deepest = 32

    let bytes: [UInt8]
    var position = 0

    /// The value that the bytes spell.
    ///
    /// - Throws: ``JSONFault`` with the line and column of the first thing that is wrong.
    package static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        parser.skipSpace()
        if parser.position == bytes.count { throw parser.fault(.empty) }
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        if parser.position != bytes.count { throw parser.fault(.trailing) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard let byte = peek() else { throw fault(.endsEarly) }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw fault(.unexpected)
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        try enter(depth)
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        if try closes(UInt8(ascii: "}")) { return .object([]) }
        while true {
            guard let quote = peek() else { throw fault(.endsEarly) }
            guard quote == UInt8(ascii: "\"") else { throw fault(.unexpected) }
            let start = position
            let name = try string()
            guard names.insert(name).inserted else { throw fault(.duplicateName(name), at: start) }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            skipSpace()
            members.append(JSONValue.Member(name: name, value: try value(depth: depth)))
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        try enter(depth)
        var elements: [JSONValue] = []
        if try closes(UInt8(ascii: "]")) { return .array([]) }
        while true {
            elements.append(try value(depth: depth))
            if try ends(with: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func enter(_ depth: Int) throws(JSONFault) {
        if depth > Self.deepest { throw fault(.tooDeep(limit: Self.deepest)) }
        position += 1
        skipSpace()
    }

    /// Whether the bracket closes at once.
    private mutating func closes(_ bracket: UInt8) throws(JSONFault) -> Bool {
        guard let byte = peek() else { throw fault(.endsEarly) }
        guard byte == bracket else { return false }
        position += 1
        return true
    }

    /// Whether the bracket closes after an element; a comma means that another follows.
    private mutating func ends(with bracket: UInt8) throws(JSONFault) -> Bool {
        skipSpace()
        if try closes(bracket) { return true }
        try expect(UInt8(ascii: ","))
        skipSpace()
        return false
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount {
            try expect(word.withUTF8Buffer { $0[offset] })
        }
        return value
    }

    mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard let found = peek() else { throw fault(.endsEarly) }
        guard found == byte else { throw fault(.unexpected) }
        position += 1
    }

    func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    func fault(_ reason: JSONFault.Reason, at place: Int? = nil) -> JSONFault {
        let before = bytes[..<min(place ?? position, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
        return JSONFault(reason: reason, line: line, column: before.count - lineStart + 1)
    }
}
