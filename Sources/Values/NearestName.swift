/// Finds the name that somebody probably meant.
package enum NearestName {
    /// Names may come from a request or a file: a megabyte of them must not be compared letter by letter.
    private static let longest = 80
    /// No table has more columns, and no list of choices more values.
    private static let mostCandidates = 500

    /// The candidate that takes the fewest typing mistakes, the first of several; nil when none is near.
    ///
    /// Near is one mistake for short names and one for every three letters of the shorter name for long ones. Case, width, spaces, hyphens
    /// and underscores are no mistakes. Of long names the first 80 characters are compared, and of many candidates the first 500.
    ///
    /// - Parameter most: how many mistakes at most, however long the names.
    package static func of(_ name: String, among candidates: some Sequence<String>, most: Int = .max) -> String? {
        let wanted = letters(of: name)
        var best: (name: String, mistakes: Int)?
        for candidate in candidates.prefix(mostCandidates) {
            let letters = letters(of: candidate)
            let limit = min(most, max(1, min(wanted.count, letters.count) / 3))
            guard abs(wanted.count - letters.count) <= limit else { continue }
            let mistakes = mistakes(wanted, letters)
            // Two names of one letter, or one and none, are never near each other by one mistake.
            guard mistakes <= limit, mistakes < max(wanted.count, letters.count) else { continue }
            if mistakes < best?.mistakes ?? .max { best = (candidate, mistakes) }
        }
        return best?.name
    }

    private static func letters(of name: String) -> [Unicode.Scalar] {
        Array(Spelling.folded(String(name.unicodeScalars.prefix(longest))).unicodeScalars)
    }

    /// The fewest letters inserted, left out, replaced or swapped with their neighbour that turn one into the other.
    private static func mistakes(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var fewest = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { fewest = min(fewest, beforeLast[j - 1] + 1) }
                row.append(fewest)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
