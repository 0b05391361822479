/// Finds the name that somebody probably meant.
enum NearestName {
    /// The candidate that the fewest typing mistakes turn into the name; `nil` when none is near.
    ///
    /// Near is one mistake for short names and a third of the letters for long ones. Case, width and separators are no mistakes.
    static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
        let wanted = Array(NameFolding.folded(name).unicodeScalars.prefix(80))
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let letters = Array(NameFolding.folded(candidate).unicodeScalars.prefix(80))
            let limit = max(1, max(wanted.count, letters.count) / 3)
            guard abs(wanted.count - letters.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            // Two names of one or two characters are never near each other by a change of one.
            guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The fewest insertions, removals, replacements and swaps of neighbours that turn one into the other.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
