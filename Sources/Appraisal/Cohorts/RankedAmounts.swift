import CColumns

/// Lists of amounts that tell at once how many amounts lie below one.
///
/// The span of a list is cut into as many parts of the same width as it has amounts, and it is kept where each part begins. An amount is then looked for in
/// its own part only, which mostly holds one or two. In which order those stand makes no difference, and so nothing is sorted.
struct RankedAmounts: Sendable {
    private struct List: Sendable {
        /// Where its amounts begin, and how many there are.
        let start: Int
        let count: Int
        /// Where the beginnings of its parts stand; there is one more of them than parts.
        let parts: Int
        let lowest: Double
        /// The last part.
        let last: Double
        /// Parts in the width of one.
        let scale: Double

        @inline(__always)
        func part(of amount: Double) -> Int { Int(part_of(amount, lowest, scale, last)) }
    }

    /// So many amounts are compared at once.
    private static let few = 8

    private var lists: [List] = []
    private var amounts: [Double] = []
    private var beginnings: [Int32] = []

    /// How many lists there are.
    var count: Int { lists.count }

    mutating func reserve(lists: Int, amounts: Int) {
        self.lists.reserveCapacity(lists)
        self.amounts.reserveCapacity(amounts + lists * Self.few)
        beginnings.reserveCapacity(amounts + lists)
    }

    /// The amounts of a list in ascending order.
    subscript(list: Int) -> [Double] {
        amounts[lists[list].start..<lists[list].start + lists[list].count].sorted()
    }

    /// Adds a list of amounts in any order, all of them numbers.
    mutating func append(_ unordered: [Double]) {
        let start = amounts.count
        let (lowest, highest) = unordered.withUnsafeBufferPointer(Self.ends)
        let scale = Double(unordered.count) / (highest - lowest)
        let list = List(
            start: start, count: unordered.count, parts: beginnings.count, lowest: lowest, last: Double(max(unordered.count - 1, 0)),
            scale: scale.isFinite ? scale : 0)
        lists.append(list)
        amounts += unordered
        // Behind the last amount stand some that compare with nothing, so that a few can always be looked at.
        amounts += repeatElement(.nan, count: Self.few)
        beginnings += repeatElement(0, count: unordered.count + 1)
        guard !unordered.isEmpty else { return }
        unordered.withUnsafeBufferPointer { unordered in
            amounts.withUnsafeMutableBufferPointer { amounts in
                beginnings.withUnsafeMutableBufferPointer { beginnings in
                    let amounts = UnsafeMutableBufferPointer(rebasing: amounts[start..<start + unordered.count])
                    let beginnings = UnsafeMutableBufferPointer(rebasing: beginnings[list.parts...])
                    let most = Self.distribute(unordered, to: amounts, by: list, beginnings)
                    if most > most_unsorted { Self.sortHeaps(in: amounts, beginnings) }
                }
            }
        }
    }

    private static func ends(of amounts: UnsafeBufferPointer<Double>) -> (Double, Double) {
        guard let start = amounts.baseAddress, let first = amounts.first else { return (0, 0) }
        var (lowest, highest) = (Lanes(repeating: first), Lanes(repeating: first))
        // Pairs, and at the end the last amount once more with the one before it.
        for slot in stride(from: 0, to: amounts.count, by: Lanes.scalarCount) where amounts.count > 1 {
            let two = start.lanes(min(slot, amounts.count &- 2))
            lowest = two.chosen(where: two .< lowest, otherwise: lowest)
            highest = two.chosen(where: two .> highest, otherwise: highest)
        }
        return (min(lowest[0], lowest[1]), max(highest[0], highest[1]))
    }

    /// Puts every amount into its part and leaves behind where the parts begin.
    /// - Returns: how many the fullest part holds.
    private static func distribute(
        _ unordered: UnsafeBufferPointer<Double>, to amounts: UnsafeMutableBufferPointer<Double>, by list: List,
        _ beginnings: UnsafeMutableBufferPointer<Int32>
    ) -> Int32 {
        for amount in unordered { beginnings[list.part(of: amount)] &+= 1 }
        var (sum, most): (Int32, Int32) = (0, 0)
        for part in beginnings.indices {
            let count = beginnings[part]
            most = count > most ? count : most
            sum &+= count
            beginnings[part] = sum
        }
        // From the end of each part to its beginning, which then stands where its end stood.
        for amount in unordered {
            let part = list.part(of: amount)
            beginnings[part] &-= 1
            amounts[Int(beginnings[part])] = amount
        }
        return most
    }

    /// Amounts that lie in a heap, as where one is a thousand times all others, are looked for in their order.
    private static func sortHeaps(in amounts: UnsafeMutableBufferPointer<Double>, _ beginnings: UnsafeMutableBufferPointer<Int32>) {
        for part in 0..<amounts.count where Int(beginnings[part + 1] - beginnings[part]) > most_unsorted {
            var heap = UnsafeMutableBufferPointer(rebasing: amounts[Int(beginnings[part])..<Int(beginnings[part + 1])])
            heap.sort()
        }
    }

    /// Share, 0 to 1, of a list that lies below the amount, equal ones counting half; nil when it has fewer than `minimum`.
    func share(below amount: Double, in list: Int, minimum: Int) -> Double? {
        var share = Double.nan
        withUnsafePointer(to: amount) { amount in
            withUnsafeMutablePointer(to: &share) {
                writeShares(of: UnsafeBufferPointer(start: amount, count: 1), in: list, minimum: minimum, to: $0)
            }
        }
        return share.isNaN ? nil : share
    }

    /// The same for many amounts; not a number where there is none.
    func writeShares(of unranked: UnsafeBufferPointer<Double>, in list: Int, minimum: Int, to output: UnsafeMutablePointer<Double>) {
        let list = lists[list]
        guard list.count >= max(minimum, 1) else { return output.update(repeating: .nan, count: unranked.count) }
        amounts.withUnsafeBufferPointer { amounts in
            beginnings.withUnsafeBufferPointer { beginnings in
                guard let amounts = amounts.baseAddress, let beginnings = beginnings.baseAddress, let first = unranked.baseAddress else {
                    return
                }
                var parted = parted_list(
                    amounts: amounts + list.start, beginnings: beginnings + list.parts, count: list.count, lowest: list.lowest,
                    scale: list.scale)
                write_shares(first, unranked.count, &parted, output)
            }
        }
    }
}
