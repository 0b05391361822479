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
    /// A list for each cohort and quantity.
    private let amounts: RankedAmounts

    /// An index of nobody: no percentile is ever observed.
    package convenience init(asOf: Day) {
        self.init(asOf: asOf, cohorts: [])
    }

    /// - Parameter cohorts: amounts by ``Quantity``, in any order.
    package init(asOf: Day, cohorts: [(key: CohortKey, amounts: [[Double]])]) {
        self.asOf = asOf
        var (positions, lists) = ([CohortKey: Int](), RankedAmounts())
        lists.reserve(
            lists: cohorts.count * Quantity.allCases.count, amounts: cohorts.reduce(0) { $0 + $1.amounts.reduce(0) { $0 + $1.count } })
        for (position, cohort) in cohorts.enumerated() {
            positions[cohort.key] = position
            for quantity in Quantity.allCases {
                lists.append(quantity.rawValue < cohort.amounts.count ? cohort.amounts[quantity.rawValue] : [])
            }
        }
        (self.positions, amounts) = (positions, lists)
    }

    /// Where the organizations of a type and area stand; nil when there are none.
    func position(of key: CohortKey) -> Int? {
        positions.isEmpty ? nil : positions[key]
    }

    /// Share, 0 to 1, of the cohort that lies below the amount, equal ones counting half; nil when fewer than `minimum` are there to compare with.
    func percentile(of amount: Double, quantity: Quantity, in position: Int, minimum: Int) -> Double? {
        amounts.share(below: amount, in: position * Quantity.allCases.count + quantity.rawValue, minimum: minimum)
    }

    /// The same for many amounts, each in a cohort of its own; not a number where there is no rank.
    func writeRanks(
        of list: UnsafeBufferPointer<Double>, quantity: Quantity, in positions: UnsafeBufferPointer<Int>, minimum: Int,
        to output: UnsafeMutablePointer<Double>
    ) {
        var start = 0
        while start < list.count {
            let position = positions[start]
            var end = start + 1
            while end < list.count, positions[end] == position { end += 1 }
            if position < 0 {
                (output + start).update(repeating: .nan, count: end - start)
            } else {
                amounts.writeShares(
                    of: UnsafeBufferPointer(rebasing: list[start..<end]), in: position * Quantity.allCases.count + quantity.rawValue,
                    minimum: minimum, to: output + start)
            }
            start = end
        }
    }

    /// The same by type and area.
    func percentile(of amount: Double, quantity: Quantity, in key: CohortKey, minimum: Int) -> Double? {
        position(of: key).flatMap { percentile(of: amount, quantity: quantity, in: $0, minimum: minimum) }
    }

    /// The amounts of every cohort, as they were collected but for their order; what ``init(asOf:cohorts:)`` takes.
    package var cohorts: [(key: CohortKey, amounts: [[Double]])] {
        positions.sorted { ($0.key.area, $0.key.type) < ($1.key.area, $1.key.type) }.map { key, position in
            let lists = Quantity.allCases.map { quantity in
                amounts[position * Quantity.allCases.count + quantity.rawValue]
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
            if let newest = AccountsView(evidence.accounts, asOf: asOf).newest {
                add(income: newest.income, netAssets: newest.netAssets, members: newest.members, to: evidence.cohort)
            }
        }

        /// Adds the newest known amounts of many organizations.
        package mutating func add(_ batch: EvidenceBatch) {
            batch.evidence.withUnsafeBufferPointer { evidence in
                var start = 0
                while start < evidence.count {
                    let key = evidence[start].cohort
                    var end = start + 1
                    while end < evidence.count, evidence[end].cohort == key { end += 1 }
                    add(batch.accounts, start..<end, to: key)
                    start = end
                }
            }
        }

        private mutating func add(_ accounts: AccountsColumns, _ slots: Range<Int>, to key: CohortKey) {
            if last?.key != key { open(key) }
            accounts.withColumn(.income) { last?.income.append(stated: $0[slots]) }
            accounts.withColumn(.netAssets) { last?.netAssets.append(stated: $0[slots]) }
            accounts.withColumn(.members) { last?.members.append(stated: $0[slots]) }
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

extension [Double] {
    /// Adds those of the amounts that are numbers.
    fileprivate mutating func append(stated amounts: Slice<UnsafeBufferPointer<Double>>) {
        // Every amount is written, and the next one over it unless it is a number: nothing then hangs on which ones are.
        let stated = [Double](unsafeUninitializedCapacity: amounts.count) { stated, count in
            for amount in amounts {
                stated[count] = amount
                count &+= amount == amount ? 1 : 0
            }
        }
        if isEmpty { self = stated } else { self += stated }
    }
}
