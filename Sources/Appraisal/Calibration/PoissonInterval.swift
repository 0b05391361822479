/// Between which bounds the true mean of a count lies, with 95 % confidence.
package struct PoissonInterval: Hashable, Sendable {
    package let lowest: Double
    package let highest: Double

    /// Counts up to this are taken exactly (Garwood 1936); above it Byar's approximation differs by less than one in a thousand.
    static let exactUpTo = 100
    private static let tail = 0.025
    private static let deviations = 1.959963984540054

    /// - Parameter count: a negative one counts as none.
    package init(count: Int) {
        let count = max(count, 0)
        if count > Self.exactUpTo {
            (lowest, highest) = Self.byar(Double(count))
        } else {
            lowest = count == 0 ? 0 : Self.root(upTo: Double(count)) { 1 - Self.probability(ofAtMost: count - 1, mean: $0) <= Self.tail }
            highest = Self.root(upTo: 3 * Double(count) + 10) { Self.probability(ofAtMost: count, mean: $0) > Self.tail }
        }
    }

    static func byar(_ count: Double) -> (lowest: Double, highest: Double) {
        func cube(_ number: Double) -> Double { number * number * number }
        let next = count + 1
        return (
            count * cube(1 - 1 / (9 * count) - deviations / (3 * count.squareRoot())),
            next * cube(1 - 1 / (9 * next) + deviations / (3 * next.squareRoot()))
        )
    }

    /// Where a condition that holds for small means stops to hold.
    private static func root(upTo limit: Double, _ holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, limit)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// Probability that no more than so many happen.
    private static func probability(ofAtMost count: Int, mean: Double) -> Double {
        var (term, sum) = (Exponential.exp(-mean), 0.0)
        for number in 0...count {
            sum += term
            term *= mean / Double(number + 1)
        }
        return min(sum, 1)
    }
}
