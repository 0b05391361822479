/// The number on a printed document, by which anybody can have it confirmed.
///
/// Eighteen characters: sixteen for 80 random bits, so that nobody hits upon a number, and two that make the whole number, read to the base
/// 32, leave 1 when divided by 1021. 1021 is prime, larger than 32, and no power of 32 up to the seventeenth leaves 1: so one wrong
/// character, or two that changed places, are always told from a right number.
///
/// The characters are those of Crockford's base 32, in which nobody mistakes 0 for O or 1 for I or l.
package struct VerificationNumber: Hashable, Sendable {
    /// Eighteen characters, without hyphens.
    package let text: String

    /// How many random bytes a number is made of.
    package static let randomByteCount = 10
    private static let groupLength = 6
    private static let modulus = 1021
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Makes a number of random bytes; nil when they are not ten.
    package init?(randomBytes bytes: [UInt8]) {
        guard bytes.count == Self.randomByteCount else { return nil }
        var digits: [Int] = []
        var (rest, bits) = (0, 0)
        for byte in bytes {
            (rest, bits) = (rest << 8 | Int(byte), bits + 8)
            while bits >= 5 {
                bits -= 5
                digits.append(rest >> bits)
                rest &= (1 << bits) - 1
            }
        }
        let check = (1 - Self.remainder(of: digits + [0, 0]) + Self.modulus) % Self.modulus
        digits += [check / 32, check % 32]
        text = String(decoding: digits.map { Self.alphabet[$0] }, as: UTF8.self)
    }

    /// Reads a number as people type it: in any groups, in small letters, full-width, with O for 0 and I or L for 1.
    ///
    /// - Returns: nil for anything that is no number, which says nothing about which numbers have been given.
    package init?(_ written: some StringProtocol) {
        var digits: [Int] = []
        for scalar in written.unicodeScalars {
            // Full-width forms as Chinese keyboards write them.
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation { continue }
            guard value < 128, let digit = Self.digit(UInt8(value)), digits.count < 18 else { return nil }
            digits.append(digit)
        }
        guard digits.count == 18, Self.remainder(of: digits) == 1 else { return nil }
        text = String(decoding: digits.map { Self.alphabet[$0] }, as: UTF8.self)
    }

    /// `7K2M9Q-0ABCDE-FGHJK1`, as it is printed.
    package var grouped: String {
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: Self.groupLength).map { String(characters[$0..<($0 + Self.groupLength)]) }
            .joined(separator: "-")
    }

    private static func digit(_ character: UInt8) -> Int? {
        let upper = (0x61...0x7A).contains(character) ? character - 0x20 : character
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: upper)
        }
    }

    private static func remainder(of digits: [Int]) -> Int {
        digits.reduce(0) { ($0 * 32 + $1) % modulus }
    }
}

extension VerificationNumber: CustomStringConvertible {
    package var description: String { grouped }
}
