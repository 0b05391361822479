package import Values

/// One indicator of a rubric: what it means, how it is worked out, and how many points its values carry.
package struct Indicator: Hashable, Sendable {
    package let code: String
    /// Position of its family in the rubric.
    package let family: Int
    package let name: BilingualText
    package let definition: BilingualText
    package let unit: Unit
    package let worse: Direction
    package let measure: Measure
    package let missing: MissingRule
    /// Whether the organization can do something about it before the next appraisal.
    package let isChangeable: Bool
    /// What a complete element shows; nil where the indicator says nothing about completeness.
    package let requirement: Bounds?
    /// Bands from low values to high ones that together cover every value; empty where the indicator carries no points.
    package let bands: [Band]
    /// Points when it should be there and is not; never fewer than the worst band's, so that keeping silent never pays.
    package let missingPoints: Int
    /// Points while it is not yet due. None in a rubric written by people; a fitted one may find that newcomers fare worse.
    package let notYetDuePoints: Int
    /// What the points rest on.
    package let evidence: String

    /// What a value counts.
    package enum Unit: String, CaseIterable, Sendable {
        case yesNo, share, ratio, logRatio, months, days, years, people, posts, count, points, percentile, grade
        /// Minor units of the record's own currency.
        case amount
    }

    /// In which direction a value gets worse.
    package enum Direction: String, CaseIterable, Sendable {
        case lower, higher
        /// Shown, never scored.
        case context
    }

    /// What it means that the records yield no value.
    package struct MissingRule: Hashable, Sendable {
        /// The state it is given once it is due.
        package let state: IndicatorState
        /// Months after founding or admission, whichever is known and earlier, during which it is not yet due.
        package let dueAfterMonths: Int
        /// The value it has instead, where having no record means a known value.
        package let assumed: Double?
    }

    /// Values from `atLeast` up to but without `below`; nil is no bound.
    package struct Bounds: Hashable, Sendable {
        package let atLeast: Double?
        package let below: Double?

        package func contains(_ value: Double) -> Bool {
            (atLeast.map { value >= $0 } ?? true) && (below.map { value < $0 } ?? true)
        }
    }

    /// Values that carry the same number of points.
    package struct Band: Hashable, Sendable {
        package let bounds: Bounds
        package let points: Int
    }

    /// Most points the indicator can carry.
    package let mostPoints: Int
    /// Points of its best value.
    package let leastPoints: Int

    /// Points of an observed value.
    package func points(for value: Double) -> Int {
        bands.first { band in band.bounds.below.map { value < $0 } ?? true }?.points ?? 0
    }
}
