package import Values

/// What it takes for a flag to be cleared: a threshold turned round.
package struct Clearance: Hashable, Sendable {
    /// Position of the indicator in the rubric.
    package let indicator: Int
    /// The present value; nil while it is unknown.
    package let from: Double?
    /// What the value has to reach.
    package let bound: ValueBound
    /// The value at which the flag is no longer raised.
    package let needed: Double
    /// From the present value to that one; nil while the value is unknown.
    package let change: Double?
    /// The money that makes up the change at present spending, in the minor unit of the record's currency; nil where it is not a matter of money.
    package let amount: Money?
}

extension Appraiser {
    /// How a flag can be cleared by changing its first condition; nil where the organization cannot change it.
    package func clearance(of flag: RaisedFlag, evidence: Evidence, asOf: Day) -> Clearance? {
        let condition = rubric.flags[flag.rule].conditions[0]
        let indicator = rubric.indicators[condition.indicator]
        guard indicator.isChangeable else { return nil }
        let needed = indicator.unit.clearing(condition.comparison, condition.threshold)
        let change = flag.value.map { needed - $0 }
        return Clearance(
            indicator: condition.indicator, from: flag.value,
            bound: indicator.unit.bound(escaping: condition.comparison, condition.threshold), needed: needed, change: change,
            amount: change.flatMap { amount(of: $0, measure: indicator.measure, evidence: evidence, asOf: asOf) }
        )
    }

    /// Months of spending as money, rounded up to the whole minor unit.
    func amount(of months: Double, measure: Measure, evidence: Evidence, asOf: Day) -> Money? {
        guard measure == .reserveMonths || measure == .cashMonths, let newest = AccountsView(evidence.accounts, asOf: asOf).newest,
            let spending = newest.spending, spending > 0,
            let amount = Int64(exactly: (months * spending / 12).rounded(.up))
        else { return nil }
        return Money(minorUnits: amount)
    }
}

extension Indicator.Unit {
    /// Whether its values are whole numbers.
    var isWhole: Bool {
        switch self {
        case .yesNo, .people, .posts, .count, .points, .amount: true
        case .share, .ratio, .logRatio, .months, .days, .years, .percentile, .grade: false
        }
    }

    /// The value nearest to the threshold for which the comparison does not hold.
    func clearing(_ comparison: Comparison, _ threshold: Double) -> Double {
        switch comparison {
        case .less, .greater: threshold
        case .atMost: isWhole ? threshold.rounded(.down) + 1 : threshold.nextUp
        case .atLeast: isWhole ? threshold.rounded(.up) - 1 : threshold.nextDown
        }
    }

    /// The values for which the comparison does not hold.
    func bound(escaping comparison: Comparison, _ threshold: Double) -> ValueBound {
        switch comparison {
        case .less: .atLeast(threshold)
        case .atMost: isWhole ? .atLeast(threshold.rounded(.down) + 1) : .moreThan(threshold)
        case .greater: .atMost(threshold)
        case .atLeast: isWhole ? .atMost(threshold.rounded(.up) - 1) : .lessThan(threshold)
        }
    }
}
