/// Finds what somebody meant to type.
enum NearestName {
    private static let longest = 64

    /// The candidate that takes the fewest changes of one letter, when they are few for the length of the word; nil when none is close.
    ///
    /// - Parameter most: how many changes at most, however long the word.
    static func of(_ written: String, among candidates: some Sequence<String>, most: Int = .max) -> String? {
        guard written.utf8.count <= longest else { return nil }
        let letters = Array(written.lowercased())
        // Both may come from a request: a megabyte of names must not be compared letter by letter.
        let scored = candidates.prefix(longest).filter { $0.utf8.count <= longest }.map { (distance(letters, Array($0.lowercased())), $0) }
        guard let (changes, name) = scored.min(by: { $0 < $1 }) else { return nil }
        return changes <= min(most, max(1, min(letters.count, name.count) / 3)) ? name : nil
    }

    /// Letters inserted, left out, replaced or swapped with their neighbour.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column] + (letter == other ? 0 : 1), min(last[column + 1], current[column]) + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
