package import Values

/// What a value has to reach, on the side on which the indicator gets better.
package enum ValueBound: Hashable, Sendable {
    case atLeast(Double)
    case moreThan(Double)
    case atMost(Double)
    case lessThan(Double)

    /// The bound as people write it, `at least 3 months`.
    package func words(in unit: Indicator.Unit) -> BilingualText {
        let (limit, zh, en) =
            switch self {
            case .atLeast(let limit): (limit, "至少", "at least")
            case .moreThan(let limit): (limit, "超过", "more than")
            case .atMost(let limit): (limit, "至多", "at most")
            case .lessThan(let limit): (limit, "不到", "less than")
            }
        let value = unit.words(for: limit)
        // Of two answers there is only the other one.
        if unit == .yesNo { return yesOrNo }
        return BilingualText(zh: "\(zh) \(value.zh)", en: "\(en) \(value.en)")
    }

    private var yesOrNo: BilingualText {
        switch self {
        case .atLeast, .moreThan: Indicator.Unit.yesNo.words(for: 1)
        case .atMost, .lessThan: Indicator.Unit.yesNo.words(for: 0)
        }
    }
}
