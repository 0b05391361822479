import SeededRandom
import Testing
import Values

/// The numbers of documents: hard to guess, hard to copy wrongly.
struct VerificationNumberTests {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private static func number(_ seed: UInt64) throws -> VerificationNumber {
        var random = Seed(seed)
        let bytes = (0..<10).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return try #require(VerificationNumber(randomBytes: bytes))
    }

    @Test(arguments: [
        ([UInt8](repeating: 0, count: 10), "000000-000000-000001"), (Array(0..<10), "000G40-R40M30-E209FA"),
        ([UInt8](repeating: 255, count: 10), "ZZZZZZ-ZZZZZZ-ZZZZQ5"),
    ])
    func `known bytes make known numbers`(bytes: [UInt8], number: String) throws {
        #expect(try #require(VerificationNumber(randomBytes: bytes)).grouped == number)
        #expect(VerificationNumber(number)?.grouped == number)
    }

    @Test func `only ten bytes make a number`() {
        for count in [0, 9, 11, 100] { #expect(VerificationNumber(randomBytes: [UInt8](repeating: 7, count: count)) == nil) }
    }

    @Test(arguments: UInt64(1)...50) func `a number is read however it was typed`(seed: UInt64) throws {
        let number = try Self.number(seed)
        let text = number.text
        let fullWidth = String(
            String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
        let mistaken = text.replacing("0", with: "o").replacing("1", with: "l")
        for typed in [
            text, text.lowercased(), number.grouped, " \(number.grouped)\n", number.grouped.replacing("-", with: " "), fullWidth, mistaken,
            number.grouped.replacing("-", with: "–"), fullWidth.prefix(6) + "－" + fullWidth.dropFirst(6), text.replacing("1", with: "I"),
        ] {
            #expect(VerificationNumber(typed) == number, "\(typed)")
        }
    }

    @Test(arguments: UInt64(1)...20) func `one wrong character and any two that changed places are told`(seed: UInt64) throws {
        let right = Array(try Self.number(seed).text)
        for place in right.indices {
            for other in Self.alphabet where other != right[place] {
                var wrong = right
                wrong[place] = other
                #expect(VerificationNumber(String(wrong)) == nil, "\(String(wrong))")
            }
            for second in right.indices where right[second] != right[place] {
                var wrong = right
                wrong.swapAt(place, second)
                #expect(VerificationNumber(String(wrong)) == nil, "\(String(wrong))")
            }
        }
    }

    @Test func `what is no number is refused`() {
        let right = "000G40R40M30E209FA"
        for text in [
            "", "-", String(right.dropLast()), right + "0", right + right, "U00G40R40M30E209FA", "\u{FFFD}", "000G40R40M30E209F\u{301}A",
            String(repeating: "0", count: 100_000), "000000000000000000", "320613-42",
        ] {
            #expect(VerificationNumber(text) == nil, "\(text.prefix(40))")
        }
    }
}
