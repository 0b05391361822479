package import Values

/// Where amounts lie among organizations of the same type and area on one day. It is made in a first pass over everybody, then read for each.
package final class CohortIndex: Sendable {
    /// What organizations are ranked by.
    package enum Quantity: Int, CaseIterable, Sendable {
        case income, netAssets, members
    }

    /// The day it was made for. Ranks are only given out for appraisals of that day.
    package let asOf: Day
    private let positions: [CohortKey: Int]
    /// All amounts, those of one cohort and quantity together in ascending order, and where each of these lists begins.
    private let amounts: [Double]
    private let starts: [Int]

    /// An index of nobody: no percentile is ever observed.
    package convenience init(asOf: Day) {
        self.init(asOf: asOf, cohorts: [])
    }

    /// - Parameter cohorts: amounts by ``Quantity``, in any order.
    package init(asOf: Day, cohorts: [(key: CohortKey, amounts: [[Double]])]) {
        self.asOf = asOf
        var (positions, amounts, starts) = ([CohortKey: Int](), [Double](), [0])
        amounts.reserveCapacity(cohorts.reduce(0) { $0 + $1.amounts.reduce(0) { $0 + $1.count } })
        for (position, cohort) in cohorts.enumerated() {
            positions[cohort.key] = position
            for quantity in Quantity.allCases {
                if quantity.rawValue < cohort.amounts.count { amounts += cohort.amounts[quantity.rawValue].sorted() }
                starts.append(amounts.count)
            }
        }
        (self.positions, self.amounts, self.starts) = (positions, amounts, starts)
    }

    /// Where the organizations of a type and area stand; nil when there are none.
    func position(of key: CohortKey) -> Int? {
        positions.isEmpty ? nil : positions[key]
    }

    /// Share, 0 to 1, of the cohort that lies below the amount, equal ones counting half; nil when fewer than `minimum` are there to compare with.
    func percentile(of amount: Double, quantity: Quantity, in position: Int, minimum: Int) -> Double? {
        let list = position * Quantity.allCases.count + quantity.rawValue
        let (start, count) = (starts[list], starts[list + 1] - starts[list])
        guard count >= max(minimum, 1) else { return nil }
        return amounts.withUnsafeBufferPointer { amounts in
            let values = UnsafeBufferPointer(rebasing: amounts[start..<(start + count)])
            let below = Self.count(of: values) { $0 < amount }
            // Most amounts are held once.
            let isTied = below + 1 < count && values[below + 1] == amount
            let notAbove = isTied ? Self.count(of: values) { $0 <= amount } : below < count && values[below] == amount ? below + 1 : below
            return (Double(below) + Double(notAbove)) / Double(2 * count)
        }
    }

    /// The same by type and area.
    func percentile(of amount: Double, quantity: Quantity, in key: CohortKey, minimum: Int) -> Double? {
        position(of: key).flatMap { percentile(of: amount, quantity: quantity, in: $0, minimum: minimum) }
    }

    /// How many values at the beginning satisfy a condition that holds for none after the first for which it does not.
    private static func count(of values: UnsafeBufferPointer<Double>, where holds: (Double) -> Bool) -> Int {
        var (low, count) = (0, values.count)
        while count > 0 {
            let half = count / 2
            let isBefore = holds(values[low + half])
            low = isBefore ? low + half + 1 : low
            count = isBefore ? count - half - 1 : half
        }
        return low
    }

    /// The amounts of every cohort, as they were collected but for their order; what ``init(asOf:cohorts:)`` takes.
    package var cohorts: [(key: CohortKey, amounts: [[Double]])] {
        positions.sorted { ($0.key.area, $0.key.type) < ($1.key.area, $1.key.type) }.map { key, position in
            let lists = Quantity.allCases.map { quantity in
                let list = position * Quantity.allCases.count + quantity.rawValue
                return Array(amounts[starts[list]..<starts[list + 1]])
            }
            return (key, lists)
        }
    }

    /// Collects the amounts of a day. The order of collecting does not matter, and parts collected apart can be joined.
    package struct Builder: Sendable {
        package let asOf: Day
        private var positions: [CohortKey: Int] = [:]
        private var found: [(key: CohortKey, amounts: [[Double]])] = []
        /// The cohort that was added to last, taken out of the others: organizations of one kind mostly follow each other.
        private var last: (position: Int, key: CohortKey, income: [Double], netAssets: [Double], members: [Double])?

        package init(asOf: Day) {
            self.asOf = asOf
        }

        /// Adds an organization's newest known amounts.
        package mutating func add(_ evidence: Evidence) {
            let newest = evidence.accounts.withUnsafeBufferPointer { accounts in
                AccountsView.newest(of: accounts, asOf: asOf).map { AccountsYear(accounts[$0]) }
            }
            if let newest { add(income: newest.income, netAssets: newest.netAssets, members: newest.members, to: evidence.cohort) }
        }

        /// Adds an organization's amounts by ``Quantity``.
        package mutating func add(_ amounts: [Double?], to key: CohortKey) {
            func amount(_ quantity: Quantity) -> Double? { quantity.rawValue < amounts.count ? amounts[quantity.rawValue] : nil }
            add(income: amount(.income), netAssets: amount(.netAssets), members: amount(.members), to: key)
        }

        private mutating func add(income: Double?, netAssets: Double?, members: Double?, to key: CohortKey) {
            if last?.key != key { open(key) }
            if let income { last?.income.append(income) }
            if let netAssets { last?.netAssets.append(netAssets) }
            if let members { last?.members.append(members) }
        }

        private mutating func open(_ key: CohortKey) {
            close()
            let position = position(of: key)
            let amounts = found[position].amounts
            found[position].amounts = []
            last = (position, key, amounts[0], amounts[1], amounts[2])
        }

        /// Puts the cohort that was added to last back among the others.
        private mutating func close() {
            guard let last else { return }
            found[last.position].amounts = [last.income, last.netAssets, last.members]
            self.last = nil
        }

        private mutating func position(of key: CohortKey) -> Int {
            if let position = positions[key] { return position }
            positions[key] = found.count
            found.append((key, Array(repeating: [], count: Quantity.allCases.count)))
            return found.count - 1
        }

        package mutating func join(_ other: Builder) {
            close()
            var other = other
            other.close()
            for cohort in other.found {
                let position = position(of: cohort.key)
                for quantity in cohort.amounts.indices { found[position].amounts[quantity] += cohort.amounts[quantity] }
            }
        }

        package func build() -> CohortIndex {
            var whole = self
            whole.close()
            return CohortIndex(asOf: asOf, cohorts: whole.found)
        }
    }
}
