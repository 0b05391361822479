package import Values

/// The appraisal of one organization on one day by one rubric.
package struct Evaluation: Sendable {
    package let organization: Int64
    package let asOf: Day
    /// Position of the population in the rubric.
    package let population: Int
    /// In the order of the rubric's indicators.
    package let readings: [IndicatorReading]
    /// Points per indicator, then per combination, in the rubric's order.
    package let points: [Int]
    package let totalPoints: Int
    /// Raised flags, the most severe first, then in the rubric's order. Superseded ones are left out.
    package let flags: [RaisedFlag]
    /// Share of the points at stake, 0 to 1, whose indicators are observed.
    package let coverage: Double
    package let coverageClass: CoverageClass
    package let elements: [ElementCompleteness]
    package let probabilities: Probabilities
    package let status: Status
    /// How far its probabilities rest on local outcomes.
    package let calibration: CalibrationStage
}

/// How sure one can be of an evaluation.
package enum CoverageClass: String, CaseIterable, Sendable {
    case high, medium, low
    /// Too little is known for a probability to be shown.
    case insufficient
}

/// What an evaluation amounts to.
package enum Status: String, CaseIterable, Sendable {
    case unsustainable, watch, stable
    /// Too little is known, or one of the four elements is missing.
    case incomplete
}

/// The estimate for each horizon.
package struct Probabilities: Hashable, Sendable {
    package let months12: Estimate
    package let months24: Estimate
    package let months36: Estimate

    package subscript(_ horizon: Horizon) -> Estimate {
        switch horizon {
        case .months12: months12
        case .months24: months24
        case .months36: months36
        }
    }

    /// How likely an exit is, and what it would be with everything unknown at its best and at its worst.
    package struct Estimate: Hashable, Sendable {
        package let logit: Double
        package let probability: Double
        package let lowest: Double
        package let highest: Double
    }
}

/// How complete one of the four elements is, beside how good reviewers found it. The two are never averaged.
package struct ElementCompleteness: Hashable, Sendable {
    /// Position of the element's family in the rubric.
    package let family: Int
    /// Requirements of the element that apply and are due.
    package let required: Int
    package let met: Int
    /// Mean of the reviewers' newest grades, 0 to 4; nil where nobody graded it.
    package let quality: Double?
    package let reviewers: Int
    /// Whether nothing of the element is on record.
    package let isAbsent: Bool
}

/// A flag that was raised.
package struct RaisedFlag: Hashable, Sendable {
    /// Position of its rule in the rubric.
    package let rule: Int
    /// Nil when the flag was raised because the value is missing.
    package let value: Double?
    package let threshold: Double
    package let source: SourceReference?
}

/// What one indicator, combination or the intercept adds to the log-odds.
package struct Contribution: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case intercept
        /// Position in the rubric.
        case indicator(Int)
        case combination(Int)
    }

    package let part: Part
    package let points: Int
    package let logOdds: Double
}
