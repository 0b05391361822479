import HTTPSupport
import Testing
import Values
import Workflow

@Suite struct JSONFieldsTests {
    private enum Colour: String, CaseIterable, Sendable { case red, green }

    private struct Sample: Equatable {
        var name: String
        var count: Int32?
        var colour: Colour?
        var on: Day?
        var amount: Money?
        var parts: [Int64]
    }

    private func read(_ text: String) throws -> Sample {
        try JSONFields.read(try JSONParser.parse(Array(text.utf8)), at: .body) { (fields) throws(Refusal) -> Sample in
            Sample(
                name: try fields.value("name", .text(longest: 5)), count: try fields.optional("count", .count),
                colour: try fields.optional("colour", .code), on: try fields.optional("on", .day),
                amount: try fields.optional("amount", .money),
                parts: try fields.list(
                    "parts", .object { (part: inout JSONFields) throws(Refusal) -> Int64 in try part.value("weight", .integer(1...9)) }))
        }
    }

    @Test func `an object is read by its names`() throws {
        let sample = try read(
            #"{"name":"合唱队","count":3,"colour":"red","on":"2013-12-31","amount":"12.5","parts":[{"weight":1},{"weight":9}]}"#)
        #expect(
            sample
                == Sample(
                    name: "合唱队", count: 3, colour: .red, on: Day(year: 2013, month: 12, day: 31), amount: Money(minorUnits: 1250),
                    parts: [1, 9]))
    }

    @Test func `null and left out are the same`() throws {
        #expect(try read(#"{"name":"a","count":null,"parts":null}"#) == (try read(#"{"name":"a"}"#)))
    }

    @Test(arguments: [
        (#"{"name":1}"#, "name", "1"), (#"{"name":"六个字的名称"}"#, "name", "六个字的名称"), (#"{"name":"a\u0000"}"#, "name", "a\0"),
        (#"{"name":"a","count":-1}"#, "count", "-1"), (#"{"name":"a","count":1.5}"#, "count", "1.5"),
        (#"{"name":"a","count":2147483648}"#, "count", "2147483648"), (#"{"name":"a","count":"1"}"#, "count", "1"),
        (#"{"name":"a","count":99999999999999999999999}"#, "count", "99999999999999999999999"),
        (#"{"name":"a","colour":"blue"}"#, "colour", "blue"), (#"{"name":"a","on":"2013-02-30"}"#, "on", "2013-02-30"),
        (#"{"name":"a","amount":12.05}"#, "amount", "12.05"), (#"{"name":"a","amount":"12.055"}"#, "amount", "12.055"),
        (#"{"name":"a","parts":{}}"#, "parts", "{…}"), (#"{"name":"a","parts":[1]}"#, "parts[0]", "1"),
        (#"{"name":"a","parts":[{"weight":1},{"weight":10}]}"#, "parts[1].weight", "10"), ("[]", "", "[…]"), ("null", "", "null"),
    ])
    func `a wrong value is refused with its place`(text: String, field: String, value: String) {
        #expect {
            try read(text)
        } throws: { error in
            guard case .malformed(field, value, _)? = error as? Refusal else { return false }
            return true
        }
    }

    @Test(
        arguments: [
            ("12", 12), ("12.0", 12), ("1.2e1", 12), ("1200E-2", 12), ("0.0", 0), ("-0", 0), ("-0.0", 0), ("0e5", 0),
            ("2147483647.00", 2_147_483_647),
            ("12.5", nil), ("12.05e1", nil), ("-12.0", nil), ("2147483648.0", nil), ("1e10", nil), ("1e999999999999999999999", nil),
            ("5e-1", nil),
        ] as [(String, Int32?)])
    func `a whole number may be written with a point or an exponent`(literal: String, count: Int32?) throws {
        let text = "{\"name\":\"a\",\"count\":\(literal)}"
        if let count {
            #expect(try read(text).count == count)
        } else {
            #expect(throws: Refusal.self) { try read(text) }
        }
    }

    @Test func `what is missing is named and a likely misspelling is shown`() {
        #expect(throws: Refusal.missing(field: "name")) { try read("{}") }
        #expect(throws: Refusal.unknownField("nmae", nearest: "name")) { try read(#"{"nmae":"a"}"#) }
        #expect(throws: Refusal.unknownField("parts[0].wieght", nearest: "weight")) { try read(#"{"name":"a","parts":[{"wieght":1}]}"#) }
    }

    @Test func `unknown names are refused, with the nearest known one`() {
        #expect(throws: Refusal.unknownField("color", nearest: "colour")) { try read(#"{"name":"a","color":"red"}"#) }
        #expect(throws: Refusal.unknownField("zzzzzz", nearest: nil)) { try read(#"{"name":"a","zzzzzz":1}"#) }
    }
}
