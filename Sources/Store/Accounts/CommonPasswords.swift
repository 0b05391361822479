import EmbeddedFiles

/// Passwords and words that are tried first by whoever guesses.
package struct CommonPasswords: Sendable {
    private let words: Set<String>

    /// The list that was compiled in: one to a line, in lower case; lines that begin with `#` are remarks.
    package static let standard = CommonPasswords(text: EmbeddedFile.named("reference/passwords/common.txt")?.text ?? "")

    package init(text: String) {
        words = Set(text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map(String.init))
    }

    /// How many there are.
    package var count: Int { words.count }

    /// - Parameter word: in lower case.
    package func contains(_ word: String) -> Bool {
        words.contains(word)
    }
}
