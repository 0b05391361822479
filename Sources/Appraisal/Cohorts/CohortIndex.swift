package import Values

/// Where amounts lie among organizations of the same type and area on one day. It is made in a first pass over everybody, then read for each.
package struct CohortIndex: Sendable {
    /// What organizations are ranked by.
    package enum Quantity: Int, CaseIterable, Sendable {
        case income, netAssets, members
    }

    /// The day it was made for. Ranks are only given out for appraisals of that day.
    package let asOf: Day
    private let cohorts: [CohortKey: [SortedValues]]

    /// An index of nobody: no percentile is ever observed.
    package init(asOf: Day) {
        self.asOf = asOf
        cohorts = [:]
    }

    fileprivate init(asOf: Day, cohorts: [CohortKey: [SortedValues]]) {
        self.asOf = asOf
        self.cohorts = cohorts
    }

    /// Share, 0 to 1, of the cohort that lies below the amount, equal ones counting half; nil when fewer than `minimum` are there to compare with.
    func percentile(of amount: Double, quantity: Quantity, in key: CohortKey, minimum: Int) -> Double? {
        guard let values = cohorts[key]?[quantity.rawValue], values.count >= max(minimum, 1) else { return nil }
        return values.percentile(of: amount)
    }

    /// Collects the amounts of a day. The order of collecting does not matter, and parts collected apart can be joined.
    package struct Builder: Sendable {
        package let asOf: Day
        private var amounts: [CohortKey: [[Double]]] = [:]

        package init(asOf: Day) {
            self.asOf = asOf
        }

        /// Adds an organization's newest known amounts.
        package mutating func add(_ evidence: Evidence) {
            let found = AccountsView(evidence.accounts, asOf: asOf)
            for quantity in Quantity.allCases {
                guard let amount = found.amount(of: quantity)?.value else { continue }
                amounts[evidence.cohort, default: Array(repeating: [], count: Quantity.allCases.count)][quantity.rawValue].append(amount)
            }
        }

        package mutating func join(_ other: Builder) {
            amounts.merge(other.amounts) { left, right in zip(left, right).map { $0 + $1 } }
        }

        package func build() -> CohortIndex {
            CohortIndex(asOf: asOf, cohorts: amounts.mapValues { $0.map(SortedValues.init) })
        }
    }
}

/// Amounts in ascending order.
private struct SortedValues: Sendable {
    private let values: [Double]

    init(_ values: [Double]) {
        self.values = values.sorted()
    }

    var count: Int { values.count }

    func percentile(of amount: Double) -> Double {
        let below = firstIndex { $0 >= amount }
        let notAbove = firstIndex { $0 > amount }
        return (Double(below) + Double(notAbove)) / Double(2 * values.count)
    }

    /// First position whose value satisfies a condition that holds for all later ones too.
    private func firstIndex(where holds: (Double) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
