package import Values

/// One version of the rules by which organizations are appraised, as data: indicators, points, flags, intercepts, lines and all their words.
///
/// A rubric is made by ``init(reading:)`` from a document and is then known to be sound: every reference resolves, bands cover the range in order,
/// and points only rise as a value gets worse.
package struct Rubric: Sendable {
    package let id: String
    package let title: BilingualText
    /// The first day on which it may be used.
    package let validFrom: Day
    /// The last day; nil while it is open.
    package let validThrough: Day?
    package let author: String
    package let notes: BilingualText
    /// Log-odds that one point adds.
    package let logOddsPerPoint: Double
    /// Months after the end of its year by which a yearly report is due where no due day is on record.
    package let reportDueMonths: Int
    /// Whether a missing value must carry at least the points of the worst one, so that silence never pays. Only a rubric that was fitted for a comparison
    /// of models may do without.
    package let missingAtWorst: Bool
    /// Fewest organizations with whom another is compared in percentiles.
    package let cohortMinimum: Int
    package let families: [Family]
    package let indicators: [Indicator]
    package let combinations: [Combination]
    package let populations: [Population]
    package let flags: [FlagRule]
    package let lines: StatusLines
    package let coverageLines: CoverageLines
    /// Positions of the families that are elements.
    let elementFamilies: [Int]
    /// For each family the positions of its indicators that say something about completeness.
    let requirements: [[Int]]

    /// A family of indicators, shown together and given one sub-score.
    package struct Family: Hashable, Sendable {
        package let code: String
        package let name: BilingualText
        /// Whether it is one of the four elements, without which an organization cannot be assessed.
        package let isElement: Bool
    }

    /// Probabilities over 24 months at which an organization is watched or called unsustainable.
    package struct StatusLines: Hashable, Sendable {
        package let watch: Double
        package let unsustainable: Double
    }

    /// Least coverage for each class; below the last no probability is shown.
    package struct CoverageLines: Hashable, Sendable {
        package let high: Double
        package let medium: Double
        package let low: Double
    }
}

extension Rubric {
    /// What so many points add to the log-odds of an organization of the population.
    package func logOdds(ofPoints points: Int, in population: Population) -> Double {
        population.slope * logOddsPerPoint * Double(points)
    }

    /// Log-odds of an exit within the horizon.
    package func logit(points: Int, in population: Population, horizon: Horizon) -> Double {
        population.intercepts[horizon] + logOdds(ofPoints: points, in: population)
    }
}
