/// One model's scores of the same cases, held against what happened.
package struct BacktestScores: Sendable {
    package let area: Double?
    package let interval: ClosedRange<Double>?
    /// Nil for a model that gives no probability.
    package let calibration: CalibrationCheck?
    package let liftOfWorstTenth: Double?
    package let recallOfWorstFifth: Double?
    package let cases: Int
    package let exits: Int

    /// - Parameters:
    ///   - logits: whether the scores are log-odds, and therefore probabilities too.
    ///   - organizations: of each case, for an interval by organization.
    ///   - samples: how many times organizations are drawn for the interval; 0 for none.
    package init(
        scores: [Double], areLogits logits: Bool, exits: [Bool], organizations: [Int], samples: Int,
        using generator: inout some RandomNumberGenerator
    ) {
        cases = scores.count
        self.exits = exits.count { $0 }
        area = Discrimination.areaUnderCurve(scores: scores, exits: exits)
        interval =
            samples > 0
            ? Discrimination.interval(scores: scores, exits: exits, organizations: organizations, samples: samples, using: &generator) : nil
        calibration = logits ? CalibrationCheck(logits: scores, exits: exits) : nil
        liftOfWorstTenth = Discrimination.lift(scores: scores, exits: exits, worst: 0.1)
        recallOfWorstFifth = Discrimination.recall(scores: scores, exits: exits, worst: 0.2)
    }
}

/// A generator that always draws the same from the same seed: SplitMix64, by Steele, Lea and Flood 2014.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension BacktestData {
    /// Positions of a task's landmarks that say what became of the organization; with a key only those it names.
    package func measurable(task: Int, key: String? = nil, horizon: Horizon) -> [Int] {
        landmarks.indices.filter { index in
            let landmark = landmarks[index]
            return landmark.task == task && landmark.outcomes[horizon] != nil && (key == nil || landmark.key == key)
        }
    }

    /// The cases of those landmarks, to fit or calibrate on.
    package func cases(_ members: [Int], readings: [[IndicatorReading]], rubric: Rubric, horizon: Horizon) -> [RubricFit.Case] {
        members.compactMap { member in
            let landmark = landmarks[member]
            guard let exit = landmark.outcomes[horizon] else { return nil }
            let code = layout.tasks[landmark.task].population
            return RubricFit.Case(
                readings: readings[member], population: rubric.populations.firstIndex { $0.code == code } ?? 0, exit: exit
            )
        }
    }

    /// Fits a rubric's points anew to all landmarks with an outcome, and its intercepts at every horizon that has outcomes.
    /// - Throws: ``BacktestFault/noOutcomes``.
    package func fit(_ rubric: Rubric, settings: RubricFit.Settings, horizon: Horizon) throws(BacktestFault) -> Rubric {
        let readings = readings(by: Appraiser(rubric))
        func all(_ horizon: Horizon) -> [RubricFit.Case] {
            let members = landmarks.indices.filter { landmarks[$0].outcomes[horizon] != nil }
            return cases(members, readings: readings, rubric: rubric, horizon: horizon)
        }
        let training = all(horizon)
        guard training.contains(where: \.exit), training.contains(where: { !$0.exit }) else { throw .noOutcomes }
        var fitted = RubricFit(rubric, settings: settings).fitted(to: training, horizon: horizon)
        for other in Horizon.allCases where other != horizon { fitted = fitted.recalibrated(to: all(other), horizon: other) }
        return fitted
    }
}
