/// What somebody typed into the search field, folded as names are: every word must stand in the name.
package struct SearchWords: Hashable, Sendable {
    /// The folded words, at most ``most`` of them; empty when nothing searchable was typed.
    package let words: [String]

    /// More words than anybody types; the rest is left out so that a search stays cheap.
    package static let most = 8

    package init(_ typed: String, folding: NameFolding) {
        words = typed.split(whereSeparator: \.isWhitespace).map { folding.fold(String($0)) }.filter { !$0.isEmpty }.prefix(Self.most).map {
            $0
        }
    }

    /// The bigrams that a name must have; words of one character have none and are found by reading on.
    var bigrams: [String] {
        words.filter { $0.unicodeScalars.count > 1 }.flatMap(NameFolding.bigrams(of:))
    }

    /// A pattern for each word, for the exact check after the index.
    var patterns: [String] {
        words.map { "%" + $0.replacing(#"\"#, with: #"\\"#).replacing("%", with: #"\%"#).replacing("_", with: #"\_"#) + "%" }
    }
}
