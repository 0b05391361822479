/// What is kept of an evaluation: everything that it rests on, as positions in the rubric and numbers. The words are made when it is read.
package struct Findings: Hashable, Sendable {
    /// Position of the population in the rubric.
    package let population: Int
    package let stage: CalibrationStage
    /// In the order of the rubric's indicators.
    package let readings: [IndicatorReading]
    /// Points per indicator, then per combination, in the rubric's order.
    package let points: [Int]
    package let totalPoints: Int
    /// Log-odds at 24 months of an organization without points, and what a point added.
    package let intercept: Double
    package let logOddsPerPoint: Double
    /// Nil where too little was known for a probability to be shown.
    package let probabilities: Probabilities?
    /// Positions of the flags' rules, the most severe first.
    package let flags: [Int]
    package let elements: [ElementCompleteness]

    /// - Parameter rubric: by which the evaluation was made, calibrated as it was then.
    package init(_ evaluation: Evaluation, by rubric: Rubric) {
        let population = rubric.populations[evaluation.population]
        self.population = evaluation.population
        stage = evaluation.calibration
        readings = evaluation.readings
        points = evaluation.points
        totalPoints = evaluation.totalPoints
        intercept = population.intercepts.months24
        logOddsPerPoint = rubric.logOdds(ofPoints: 1, in: population)
        probabilities = evaluation.showsProbability ? evaluation.probabilities : nil
        flags = evaluation.flags.map(\.rule)
        elements = evaluation.elements
    }

    init(
        population: Int, stage: CalibrationStage, readings: [IndicatorReading], points: [Int], totalPoints: Int, intercept: Double,
        logOddsPerPoint: Double, probabilities: Probabilities?, flags: [Int], elements: [ElementCompleteness]
    ) {
        self.population = population
        self.stage = stage
        self.readings = readings
        self.points = points
        self.totalPoints = totalPoints
        self.intercept = intercept
        self.logOddsPerPoint = logOddsPerPoint
        self.probabilities = probabilities
        self.flags = flags
        self.elements = elements
    }

    /// Everything that added to the log-odds at 24 months, the intercept first; empty where no probability was shown.
    package var contributions: [Contribution] {
        guard probabilities != nil else { return [] }
        var parts = [Contribution(part: .intercept, points: 0, logOdds: intercept)]
        for (index, points) in points.enumerated() where points > 0 {
            let part: Contribution.Part = index < readings.count ? .indicator(index) : .combination(index - readings.count)
            parts.append(Contribution(part: part, points: points, logOdds: logOddsPerPoint * Double(points)))
        }
        return parts
    }

    /// A flag with the value that raised it; nil for a position that the rubric does not have.
    package func flag(_ rule: Int, by rubric: Rubric) -> RaisedFlag? {
        guard rubric.flags.indices.contains(rule), let first = rubric.flags[rule].conditions.first,
            readings.indices.contains(first.indicator)
        else { return nil }
        let reading = readings[first.indicator]
        return RaisedFlag(rule: rule, value: reading.value, threshold: first.threshold, source: reading.source)
    }
}
