extension StringProtocol {
    /// What stands between marks of a syntax, empty parts too.
    ///
    /// By Unicode scalars, not by characters: a combining mark right behind makes one character with `=` or `,`, and would hide it.
    ///
    /// - Parameter most: how many parts at most; the last one has the rest.
    package func parts(between mark: Unicode.Scalar, most: Int = .max) -> [String] {
        unicodeScalars.split(separator: mark, maxSplits: most - 1, omittingEmptySubsequences: false).map { part in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: part)
            return String(text)
        }
    }
}
