package import Values

/// Extra points that are due when several indicators are bad together. All its conditions point the bad way, so points still only rise.
package struct Combination: Hashable, Sendable {
    package let code: String
    package let name: BilingualText
    package let conditions: [Condition]
    package let points: Int

    func carrying(_ points: Int) -> Combination {
        Combination(code: code, name: name, conditions: conditions, points: points)
    }

    /// Satisfied when the value lies on the bad side of the threshold, or should be there and is not.
    package struct Condition: Hashable, Sendable {
        /// Position of the indicator in the rubric.
        package let indicator: Int
        package let comparison: Comparison
        package let threshold: Double
    }
}

/// How a value is held against a threshold.
package enum Comparison: String, CaseIterable, Sendable {
    case less, atMost, greater, atLeast

    package func holds(_ value: Double, _ threshold: Double) -> Bool {
        switch self {
        case .less: value < threshold
        case .atMost: value <= threshold
        case .greater: value > threshold
        case .atLeast: value >= threshold
        }
    }

    /// The direction of worsening that it catches.
    var catches: Indicator.Direction {
        switch self {
        case .less, .atMost: .lower
        case .greater, .atLeast: .higher
        }
    }
}
