import Crypto

/// A code on paper for the day when the telephone is lost: 128 random bits in 26 letters and digits, in groups of
/// four, good once.
package struct RecoveryCode: Hashable, Sendable {
    /// How many a person gets.
    package static let count = 10

    private static let bytes = 16
    private static let letters = 26
    /// Codes that were given out before there were 128 bits count until they are used or replaced.
    private static let oldLetters = 16

    package let text: String

    /// A new one.
    init() {
        var random = SystemRandomNumberGenerator()
        let letters = Array(Base32.encode((0..<Self.bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }))
        text = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: "-")
    }

    /// What somebody typed, in either case, with or without hyphens; nil for what cannot be one.
    init?(typed: String) {
        let letters = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }
        guard letters.utf8.count == Self.letters || letters.utf8.count == Self.oldLetters else { return nil }
        text = letters
    }

    /// What is stored. So many random bits need no slow hash.
    var hash: [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8.filter { $0 != UInt8(ascii: "-") })))
    }
}
