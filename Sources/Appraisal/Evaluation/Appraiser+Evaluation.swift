package import Values

extension Appraiser {
    /// The appraisal that follows from readings, as for a what-if in which some of them are changed.
    /// - Parameters:
    ///   - readings: in the order of the rubric's indicators; others beyond the rubric's are left out, absent ones count as missing.
    ///   - qualities: mean grade and number of reviewers for each family of the rubric.
    package func evaluation(
        of readings: [IndicatorReading], organization: Int64, population: Int, asOf: Day, qualities: [ElementQuality] = []
    ) -> Evaluation {
        let readings = readings.count == rubric.indicators.count ? readings : fitted(readings)
        let score = score(readings)
        let coverage = score.atStake == 0 ? 0 : Double(score.observed) / Double(score.atStake)
        let coverageClass = coverageClass(coverage)
        let elements = elements(of: readings, qualities: qualities)
        let flags = flags(raisedBy: readings)
        let probabilities = probabilities(of: score, population: population)
        let status = status(
            probability: probabilities.months24.probability, flags: flags,
            isIncomplete: coverageClass == .insufficient || elements.contains(where: \.isAbsent), confirmedCritical: false
        )
        return Evaluation(
            organization: organization, asOf: asOf, population: population, readings: readings, points: score.points,
            totalPoints: score.total, flags: flags, coverage: coverage, coverageClass: coverageClass, elements: elements,
            probabilities: probabilities, status: status,
            calibration: rubric.populations[population].stage
        )
    }

    private func fitted(_ readings: [IndicatorReading]) -> [IndicatorReading] {
        rubric.indicators.indices.map { $0 < readings.count ? readings[$0] : .dueButMissing }
    }

    /// Points of every part and what they could have been.
    struct Score {
        var points: [Int]
        var total = 0
        /// The total with everything unknown at its best and at its worst.
        var lowest = 0
        var highest = 0
        /// Most points of the indicators that apply, and of those that are observed.
        var atStake = 0
        var observed = 0
    }

    func score(_ readings: [IndicatorReading]) -> Score {
        var score = Score(points: [])
        score.points.reserveCapacity(readings.count + rubric.combinations.count)
        for index in table.rows.indices {
            let (row, reading) = (table.rows[index], readings[index])
            switch (reading.state, reading.value) {
            case (.observed, let value?):
                let points = table.points(of: value, row)
                score.add(points, lowest: points, highest: points)
                score.atStake += row.mostPoints
                score.observed += row.mostPoints
            case (.notApplicable, _):
                score.add(0, lowest: 0, highest: 0)
            case (.notYetDue, _):
                score.add(row.notYetDuePoints, lowest: min(row.leastPoints, row.notYetDuePoints), highest: row.mostPoints)
                score.atStake += row.mostPoints
            default:
                score.add(row.missingPoints, lowest: min(row.leastPoints, row.missingPoints), highest: row.mostPoints)
                score.atStake += row.mostPoints
            }
        }
        for combination in rubric.combinations {
            let verdict = verdict(on: combination, readings)
            score.add(
                verdict.holds ? combination.points : 0, lowest: verdict.holdsAtBest ? combination.points : 0,
                highest: verdict.holdsAtWorst ? combination.points : 0
            )
        }
        return score
    }

    /// Whether a combination holds now, with everything unknown at its best, and with everything unknown at its worst.
    private typealias Verdict = (holds: Bool, holdsAtBest: Bool, holdsAtWorst: Bool)

    private func verdict(on combination: Combination, _ readings: [IndicatorReading]) -> Verdict {
        var verdict: Verdict = (true, true, true)
        for condition in combination.conditions {
            let reading = readings[condition.indicator]
            switch (reading.state, reading.value) {
            case (.observed, let value?):
                let holds = condition.comparison.holds(value, condition.threshold)
                verdict = (verdict.holds && holds, verdict.holdsAtBest && holds, verdict.holdsAtWorst && holds)
            case (.notApplicable, _):
                verdict = (false, false, false)
            case (.notYetDue, _):
                verdict = (false, false, verdict.holdsAtWorst)
            default:
                verdict.holdsAtBest = false
            }
        }
        return verdict
    }

    /// The points of all readings together.
    package func totalPoints(of readings: [IndicatorReading]) -> Int {
        score(readings).total
    }

    private func coverageClass(_ coverage: Double) -> CoverageClass {
        let lines = rubric.coverageLines
        return coverage >= lines.high ? .high : coverage >= lines.medium ? .medium : coverage >= lines.low ? .low : .insufficient
    }
}

extension Appraiser.Score {
    mutating func add(_ points: Int, lowest: Int, highest: Int) {
        self.points.append(points)
        total += points
        self.lowest += lowest
        self.highest += highest
    }
}
