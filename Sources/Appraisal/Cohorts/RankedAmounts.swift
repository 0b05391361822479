/// Lists of amounts, each in ascending order, that tell at once how many amounts lie below one.
///
/// The span of a list is cut into as many parts of the same width as it has amounts, and it is kept where each part begins. An amount is then looked for in
/// its own part only, which mostly holds one or two; and the parts bring the list into order, too.
struct RankedAmounts: Sendable {
    private struct List: Sendable {
        /// Where its amounts begin, and how many there are.
        let start: Int
        let count: Int
        /// Where the beginnings of its parts stand; there is one more of them than parts.
        let parts: Int
        let lowest: Double
        /// Parts in the width of one.
        let scale: Double

        /// The part of an amount. Of two amounts the higher one is never in a lower part, whatever rounding does.
        @inline(__always)
        func part(of amount: Double) -> Int {
            let place = (amount - lowest) * scale
            let last = Double(count &- 1)
            return place > 0 ? Int(place < last ? place : last) : 0
        }
    }

    private var lists: [List] = []
    private var amounts: [Double] = []
    private var beginnings: [Int32] = []

    /// How many lists there are.
    var count: Int { lists.count }

    mutating func reserve(lists: Int, amounts: Int) {
        self.lists.reserveCapacity(lists)
        self.amounts.reserveCapacity(amounts + lists * Lanes.scalarCount)
        beginnings.reserveCapacity(amounts + lists)
    }

    /// The amounts of a list in ascending order.
    subscript(list: Int) -> ArraySlice<Double> {
        amounts[lists[list].start..<lists[list].start + lists[list].count]
    }

    /// Adds a list of amounts in any order, all of them numbers.
    mutating func append(_ unordered: [Double]) {
        let start = amounts.count
        let (lowest, highest) = unordered.withUnsafeBufferPointer(Self.ends)
        let scale = Double(unordered.count) / (highest - lowest)
        let list = List(
            start: start, count: unordered.count, parts: beginnings.count, lowest: lowest, scale: scale.isFinite ? scale : 0)
        lists.append(list)
        amounts += unordered
        // Behind the last amount stand some that compare with nothing, so that a few can always be looked at.
        amounts += repeatElement(.nan, count: Lanes.scalarCount)
        beginnings += repeatElement(0, count: unordered.count + 1)
        guard !unordered.isEmpty else { return }
        unordered.withUnsafeBufferPointer { unordered in
            amounts.withUnsafeMutableBufferPointer { amounts in
                beginnings.withUnsafeMutableBufferPointer { beginnings in
                    let amounts = UnsafeMutableBufferPointer(rebasing: amounts[start..<start + unordered.count])
                    let beginnings = UnsafeMutableBufferPointer(rebasing: beginnings[list.parts...])
                    Self.distribute(unordered, to: amounts, by: list, beginnings)
                    Self.sortParts(of: amounts, beginnings)
                }
            }
        }
    }

    private static func ends(of amounts: UnsafeBufferPointer<Double>) -> (Double, Double) {
        guard var lowest = amounts.first else { return (0, 0) }
        var highest = lowest
        for amount in amounts {
            lowest = amount < lowest ? amount : lowest
            highest = amount > highest ? amount : highest
        }
        return (lowest, highest)
    }

    /// Puts every amount into its part and leaves behind where the parts begin.
    private static func distribute(
        _ unordered: UnsafeBufferPointer<Double>, to amounts: UnsafeMutableBufferPointer<Double>, by list: List,
        _ beginnings: UnsafeMutableBufferPointer<Int32>
    ) {
        for amount in unordered { beginnings[list.part(of: amount)] &+= 1 }
        var sum: Int32 = 0
        for part in beginnings.indices {
            sum &+= beginnings[part]
            beginnings[part] = sum
        }
        // From the end of each part to its beginning, which then stands where its end stood.
        for amount in unordered {
            let part = list.part(of: amount)
            beginnings[part] &-= 1
            amounts[Int(beginnings[part])] = amount
        }
    }

    /// Amounts that lie in a heap, as where one is a thousand times all others, are sorted by the library.
    private static func sortParts(of amounts: UnsafeMutableBufferPointer<Double>, _ beginnings: UnsafeMutableBufferPointer<Int32>) {
        for part in 0..<amounts.count {
            let (start, end) = (Int(beginnings[part]), Int(beginnings[part + 1]))
            if end - start > 16 {
                var heap = UnsafeMutableBufferPointer(rebasing: amounts[start..<end])
                heap.sort()
                continue
            }
            guard end - start > 1 else { continue }
            for place in start + 1..<end {
                let amount = amounts[place]
                var free = place
                while free > start, amounts[free - 1] > amount {
                    amounts[free] = amounts[free - 1]
                    free -= 1
                }
                amounts[free] = amount
            }
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
        let whole = Double(2 * list.count)
        amounts.withUnsafeBufferPointer { amounts in
            beginnings.withUnsafeBufferPointer { beginnings in
                guard let first = amounts.baseAddress else { return }
                for slot in unranked.indices {
                    let amount = unranked[slot]
                    let part = list.parts &+ list.part(of: amount)
                    let (start, end) = (Int(beginnings[part]), Int(beginnings[part &+ 1]))
                    let place = first + list.start + start
                    let inPart =
                        end &- start > Lanes.scalarCount
                        ? Self.count(in: UnsafeBufferPointer(start: place, count: end &- start), amount)
                        : Self.countOfFew(place.lanes(0), amount)
                    let share = Double(2 &* start &+ inPart) / whole
                    output[slot] = amount != amount ? .nan : share
                }
            }
        }
    }

    /// How many of a few amounts lie below one, and how many not above it, together. Those of them that are beyond the part lie above all of its amounts.
    @inline(__always)
    private static func countOfFew(_ few: Lanes, _ amount: Double) -> Int {
        let amount = Lanes(repeating: amount)
        // A mask is -1 where it holds and 0 elsewhere.
        let (below, notAbove) = (unsafeBitCast(few .< amount, to: SIMD4<Int64>.self), unsafeBitCast(few .<= amount, to: SIMD4<Int64>.self))
        return Int(0 &- (below &+ notAbove).wrappedSum())
    }

    /// The same of many.
    private static func count(in amounts: UnsafeBufferPointer<Double>, _ amount: Double) -> Int {
        count(of: amounts) { $0 < amount } + count(of: amounts) { $0 <= amount }
    }

    /// How many amounts at the beginning satisfy a condition that holds for none after the first for which it does not.
    private static func count(of amounts: UnsafeBufferPointer<Double>, where holds: (Double) -> Bool) -> Int {
        var (low, count) = (0, amounts.count)
        while count > 0 {
            let half = count / 2
            let isBefore = holds(amounts[low + half])
            low = isBefore ? low + half + 1 : low
            count = isBefore ? count - half - 1 : half
        }
        return low
    }
}
