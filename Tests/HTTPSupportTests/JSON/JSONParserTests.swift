import HTTPSupport
import SeededRandom
import Testing

@Suite struct JSONParserTests {
    private func parse(_ text: String) throws(JSONFault) -> JSONValue {
        try JSONParser.parse(Array(text.utf8))
    }

    @Test func `values keep the order of members and the spelling of numbers`() throws {
        let value = try parse(#" {"b": [1.50, -0, 2e+3], "a": {"x": null, "y": true, "z": false}} "#)
        #expect(
            value
                == .object([
                    .init(name: "b", value: .array([.number("1.50"), .number("-0"), .number("2e+3")])),
                    .init(
                        name: "a",
                        value: .object([
                            .init(name: "x", value: .null), .init(name: "y", value: .boolean(true)),
                            .init(name: "z", value: .boolean(false)),
                        ])),
                ]))
    }

    @Test func `escapes and surrogate pairs become their characters`() throws {
        #expect(try parse(#""\"\\\/\b\f\n\r\té𠀀𠀀""#) == .string("\"\\/\u{8}\u{C}\n\r\té𠀀𠀀"))
    }

    @Test(arguments: [
        ("", JSONFault.Reason.empty, 1, 1), ("  \n ", .empty, 2, 2), ("{", .endsEarly, 1, 2), ("[1,]", .unexpected, 1, 4),
        ("{\"a\":1,}", .unexpected, 1, 8), ("[1 2]", .unexpected, 1, 4), ("nul", .endsEarly, 1, 4), ("nulL", .unexpected, 1, 4),
        ("1 1", .trailing, 1, 3), ("{\"a\":1}\n]", .trailing, 2, 1), ("01", .badNumber, 1, 1), ("1.", .badNumber, 1, 1),
        (".5", .unexpected, 1, 1), ("-", .badNumber, 1, 1), ("1e", .badNumber, 1, 1), ("+1", .unexpected, 1, 1), ("NaN", .unexpected, 1, 1),
        ("\"\\x\"", .badEscape, 1, 2), ("\"\\ud800\"", .badEscape, 1, 2), ("\"\\udc00\"", .badEscape, 1, 2),
        ("\"\\ud800\\u0041\"", .badEscape, 1, 2), ("\"a\nb\"", .controlCharacter, 1, 3), ("\"a", .endsEarly, 1, 3),
        ("{\"a\":1,\n \"a\":2}", .duplicateName("a"), 2, 2), ("{1:2}", .unexpected, 1, 2), ("\u{FEFF}{}", .unexpected, 1, 1),
    ])
    func `what is no JSON is refused at its place`(text: String, reason: JSONFault.Reason, line: Int, column: Int) {
        #expect(throws: JSONFault(reason: reason, line: line, column: column)) { try parse(text) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: JSONFault(reason: .notUTF8, line: 1, column: 1)) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONFault(reason: .notUTF8, line: 1, column: 1)) { try JSONParser.parse([0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test func `nesting has a bound`() throws {
        let deepest = JSONParser.deepest
        _ = try parse(String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest))
        #expect(throws: JSONFault.self) { try parse(String(repeating: "[", count: deepest + 1)) }
        #expect(throws: JSONFault.self) { try parse(String(repeating: "{\"a\":", count: 100_000)) }
    }

    @Test(arguments: 1...200) func `what the writer writes the parser reads back`(seed: UInt64) throws {
        var random = Seed(seed)
        let value = JSONSample.value(depth: 4, using: &random)
        var json = JSONWriter()
        JSONSample.write(value, to: &json)
        #expect(try JSONParser.parse(json.bytes) == value)
    }

    @Test(arguments: 1...200) func `damaged JSON is read or refused but never crashes`(seed: UInt64) {
        var random = Seed(seed)
        var json = JSONWriter()
        JSONSample.write(JSONSample.value(depth: 4, using: &random), to: &json)
        var bytes = json.bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) { bytes.remove(at: place) } else { bytes[place] = .random(in: 0...255, using: &random) }
        }
        _ = try? JSONParser.parse(bytes)
    }
}

/// Random JSON.
enum JSONSample {
    static func value(depth: Int, using random: inout Seed) -> JSONValue {
        switch Int.random(in: depth > 0 ? 0...5 : 2...5, using: &random) {
        case 0: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, using: &random) })
        case 1:
            .object(
                (0..<Int.random(in: 0...4, using: &random)).map { index in
                    JSONValue.Member(name: "\(index)" + text(using: &random), value: value(depth: depth - 1, using: &random))
                })
        case 2: .string(text(using: &random))
        case 3: .number(String(Int64.random(in: .min ... .max, using: &random)))
        case 4: .boolean(.random(using: &random))
        default: .null
        }
    }

    static func text(using random: inout Seed) -> String {
        let pieces = ["a", "\"", "\\", "\n", "\u{1}", "社区", "𠀀", "é", " ", "/", "\u{7F}", "\u{2028}"]
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    static func write(_ value: JSONValue, to json: inout JSONWriter) {
        switch value {
        case .null: json.null()
        case .boolean(let flag): json.boolean(flag)
        case .number(let literal): json.integer(Int64(literal) ?? 0)
        case .string(let text): json.string(text)
        case .array(let elements): json.array(elements) { json, element in write(element, to: &json) }
        case .object(let members):
            json.object { json in
                for member in members {
                    json.name(text: member.name)
                    write(member.value, to: &json)
                }
            }
        }
    }
}
