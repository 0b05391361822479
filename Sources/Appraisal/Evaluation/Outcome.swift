/// What an appraisal comes to in plain numbers: what ``Evaluation`` tells with everything that it rests on.
package struct Outcome: Hashable, Sendable {
    /// Position of the population in the rubric.
    package let population: Int
    let score: Effect.Score
    /// Raised flags without superseded ones, one bit for each by its position in the rubric.
    let flags: ScoreTable.FlagSet
    /// Share of the points at stake, 0 to 1, whose indicators are observed.
    package let coverage: Double
    package let coverageClass: CoverageClass
    package let status: Status

    /// Of nobody.
    static let blank = Outcome(population: 0, score: .zero, flags: 0, coverage: 0, coverageClass: .insufficient, status: .incomplete)

    package var totalPoints: Int { score.points }
    package var flagCount: Int { flags.nonzeroBitCount }
}

/// Sums over the readings of one organization.
struct Tally {
    var score = Effect.Score.zero
    var flags = ScoreTable.FlagSet.max
    /// For each family that is an element.
    var elements: [Effect.ElementCount]

    init(elementCount: Int) {
        elements = Array(repeating: .zero, count: elementCount)
    }

    @inline(__always)
    mutating func add(_ effect: Effect, element: Int) {
        score += effect.score
        flags &= effect.flags
        if element >= 0 { elements[element] += effect.element }
    }
}

extension Appraiser {
    /// The sums over readings, in the order of the rubric's indicators.
    func tally(_ readings: [IndicatorReading]) -> Tally {
        var tally = Tally(elementCount: table.elementCount)
        for (row, reading) in zip(table.rows, readings) { tally.add(table.effect(of: reading, row), element: row.element) }
        return tally
    }

    /// What the sums amount to, with the points of combinations.
    func outcome(of tally: borrowing Tally, _ readings: [IndicatorReading], population: Int) -> Outcome {
        outcomeRules[population].outcome(
            score: tally.score + combined { readings[$0] }, raised: tally.flags, lacksElement: tally.elements.contains(where: \.isAbsent))
    }

    /// What combinations add.
    /// - Parameter reading: what an indicator says, by its position.
    func combined(_ reading: (Int) -> IndicatorReading) -> Effect.Score {
        table.combinations.reduce(.zero) { $0 + points(of: $1, reading) }
    }

    /// Points of a combination: now, with everything unknown at its best, and with everything unknown at its worst.
    func points(of combination: ScoreTable.CombinedPoints, _ reading: (Int) -> IndicatorReading) -> Effect.Score {
        var (holds, atBest, atWorst) = (true, true, true)
        for condition in combination.conditions {
            let reading = reading(condition.indicator)
            switch reading.state {
            case .observed:
                let holdsHere = condition.comparison.holds(reading.number, condition.threshold)
                (holds, atBest, atWorst) = (holds && holdsHere, atBest && holdsHere, atWorst && holdsHere)
            case .notApplicable: (holds, atBest, atWorst) = (false, false, false)
            case .notYetDue: (holds, atBest) = (false, false)
            case .dueButMissing: atBest = false
            }
        }
        let points = combination.points
        return Effect.Score(points: holds ? points : 0, lowest: atBest ? points : 0, highest: atWorst ? points : 0)
    }
}
