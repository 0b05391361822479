package import Values

/// A kind of organizations that shares its base risk and the set of indicators that mean something for it.
package struct Population: Hashable, Sendable {
    package let code: String
    package let name: BilingualText
    /// For each indicator of the rubric, whether it applies.
    package let applies: [Bool]
    /// Log-odds of an organization without points.
    package let intercepts: Intercepts
    /// How much the points count here: their log-odds times this. 1 where nothing else is known; below 1 where exits showed the points to promise more
    /// than happened.
    package let slope: Double
    /// Whether intercepts and slope were learned where they are used.
    package let stage: CalibrationStage
    /// Where intercepts and slope come from, in words.
    package let basis: BilingualText

    /// What a slope may be: never negative, so that points only rise the estimate.
    static let slopes = 0.1...5.0

    /// One intercept per horizon.
    package struct Intercepts: Hashable, Sendable {
        package var months12: Double
        package var months24: Double
        package var months36: Double

        package init(months12: Double, months24: Double, months36: Double) {
            self.months12 = months12
            self.months24 = months24
            self.months36 = months36
        }
    }
}

/// How far ahead an exit is looked for.
package enum Horizon: Int, CaseIterable, Sendable {
    case months12 = 12
    case months24 = 24
    case months36 = 36
}
