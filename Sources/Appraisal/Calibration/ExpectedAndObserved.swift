package import Values

/// How many exits the estimates promised, beside how many there were.
package struct ExpectedAndObserved: Hashable, Sendable {
    package let cases: Int
    package let expected: Double
    package let observed: Int

    package init(cases: Int, expected: Double, observed: Int) {
        self.cases = cases
        self.expected = expected
        self.observed = observed
    }

    package init(logits: [Double], exits: [Bool]) {
        self.init(
            cases: logits.count, expected: logits.reduce(0) { $0 + Exponential.logistic($1) }, observed: exits.count { $0 })
    }

    /// Expected by observed; nil where nothing was observed.
    package var ratio: Double? { observed > 0 ? expected / Double(observed) : nil }

    /// What the ratio may be with 95 % confidence; without any exit it has no upper bound.
    package var interval: ClosedRange<Double> {
        let bounds = PoissonInterval(count: observed)
        return (expected / bounds.highest)...(bounds.lowest > 0 ? max(expected / bounds.lowest, expected / bounds.highest) : .infinity)
    }

    /// Ratios that call for nobody's attention.
    package static let usual = 0.67...1.5

    package var alarm: Alarm {
        if let ratio, Self.usual.contains(ratio) { return .none }
        if observed == 0, expected / PoissonInterval(count: 0).highest <= 1 { return .none }
        return interval.contains(1) ? .possible : .certain
    }

    /// Whether estimates and outcomes have come apart. That cannot be foreseen, as when a register is purged, only told.
    package enum Alarm: String, CaseIterable, Sendable {
        case none
        /// Outside the usual ratios, though chance alone may do so.
        case possible
        /// Outside the usual ratios, by more than chance.
        case certain

        package var words: BilingualText {
            switch self {
            case .none: BilingualText(zh: "正常", en: "as usual")
            case .possible: BilingualText(zh: "偏离，可能出于偶然", en: "off, perhaps by chance")
            case .certain: BilingualText(zh: "警报：偏离超出偶然", en: "alarm: off by more than chance")
            }
        }
    }
}
