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
        let tally = tally(readings)
        let outcome = outcome(of: tally, readings, population: population)
        return evaluation(outcome, tally, readings, qualities, organization: organization, asOf: asOf)
    }

    private func fitted(_ readings: [IndicatorReading]) -> [IndicatorReading] {
        rubric.indicators.indices.map { $0 < readings.count ? readings[$0] : .dueButMissing }
    }

    /// An outcome with everything that it rests on.
    func evaluation(
        _ outcome: Outcome, _ tally: Tally, _ readings: [IndicatorReading], _ qualities: [ElementQuality], organization: Int64, asOf: Day
    ) -> Evaluation {
        Evaluation(
            organization: organization, asOf: asOf, population: outcome.population, readings: readings, points: points(of: readings),
            totalPoints: outcome.totalPoints, flags: flags(of: outcome, readings), coverage: outcome.coverage,
            coverageClass: outcome.coverageClass, elements: elements(of: tally, qualities: qualities),
            probabilities: probabilities(of: outcome.score, population: outcome.population), status: outcome.status,
            calibration: rubric.populations[outcome.population].stage)
    }

    /// Points per indicator, then per combination.
    private func points(of readings: [IndicatorReading]) -> [Int] {
        var found: [Int] = []
        found.reserveCapacity(readings.count + table.combinations.count)
        for (row, reading) in zip(table.rows, readings) { found.append(table.effect(of: reading, row).score.points) }
        for combination in table.combinations { found.append(points(of: combination) { readings[$0] }.points) }
        return found
    }

    /// The flags of an outcome, the most severe first.
    private func flags(of outcome: Outcome, _ readings: [IndicatorReading]) -> [RaisedFlag] {
        guard outcome.flags != 0 else { return [] }
        var flags: [RaisedFlag] = []
        flags.reserveCapacity(outcome.flagCount)
        for position in table.flagOrder where outcome.flags & (1 << position) != 0 {
            let (flag, reading) = (table.flags[position], readings[table.flags[position].indicator])
            flags.append(RaisedFlag(rule: position, value: reading.value, threshold: flag.threshold, source: reading.source))
        }
        return flags
    }

    /// The points of all readings together.
    package func totalPoints(of readings: [IndicatorReading]) -> Int {
        var score = tally(readings).score
        for combination in table.combinations { score += points(of: combination) { readings[$0] } }
        return score.points
    }
}
