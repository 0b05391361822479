/// How far probabilities agree with what happened.
package struct CalibrationCheck: Hashable, Sendable {
    package let cases: Int
    package let exits: Int
    /// Mean of the probabilities.
    package let expectedShare: Double
    /// Mean squared error of the probabilities.
    package let brier: Double
    /// 1 less the quotient of the Brier score and that of always saying the share of exits; nil without both outcomes.
    package let skill: Double?
    /// Slope and intercept of a logistic regression of the outcome on the logit; 1 and 0 are perfect. Nil without both outcomes.
    package let slope: Double?
    package let intercept: Double?
    /// Mean difference between probability and share of exits over ten groups of equal size.
    package let expectedError: Double
    package let groups: [Group]

    /// Cases of like probability.
    package struct Group: Hashable, Sendable {
        package let cases: Int
        package let meanProbability: Double
        package let exitShare: Double
    }

    package init(logits: [Double], exits: [Bool]) {
        let probabilities = logits.map(Exponential.logistic)
        cases = logits.count
        self.exits = exits.count { $0 }
        let count = Double(max(cases, 1))
        expectedShare = probabilities.reduce(0, +) / count
        brier =
            zip(probabilities, exits).reduce(0) { sum, pair in
                let miss = pair.0 - (pair.1 ? 1 : 0)
                return sum + miss * miss
            } / count
        let share = Double(self.exits) / count
        skill = share > 0 && share < 1 ? 1 - brier / (share * (1 - share)) : nil
        let line = share > 0 && share < 1 ? LogisticLine.fitted(to: logits, exits: exits) : nil
        slope = line?.slope
        intercept = line?.intercept
        groups = Self.groups(probabilities, exits)
        expectedError = groups.reduce(0) { $0 + Double($1.cases) * abs($1.meanProbability - $1.exitShare) } / count
    }

    private static func groups(_ probabilities: [Double], _ exits: [Bool]) -> [Group] {
        let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
        return (0..<10).compactMap { tenth in
            let members = order[(order.count * tenth / 10)..<(order.count * (tenth + 1) / 10)]
            guard !members.isEmpty else { return nil }
            let count = Double(members.count)
            return Group(
                cases: members.count, meanProbability: members.reduce(0) { $0 + probabilities[$1] } / count,
                exitShare: Double(members.count { exits[$0] }) / count
            )
        }
    }
}

/// A logistic regression on one number.
package struct LogisticLine: Hashable, Sendable {
    package let intercept: Double
    package let slope: Double

    /// By Newton's method; nil when it does not settle, as when the number separates the outcomes.
    package static func fitted(to values: [Double], exits: [Bool]) -> LogisticLine? {
        var (intercept, slope) = (0.0, 1.0)
        for _ in 0..<100 {
            var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
            for (value, exit) in zip(values, exits) {
                let probability = Exponential.logistic(intercept + slope * value)
                let (miss, weight) = ((exit ? 1 : 0) - probability, probability * (1 - probability))
                g0 += miss
                g1 += miss * value
                h00 += weight
                h01 += weight * value
                h11 += weight * value * value
            }
            let determinant = h00 * h11 - h01 * h01
            guard determinant > 1e-12 else { return nil }
            let (step0, step1) = ((g0 * h11 - g1 * h01) / determinant, (g1 * h00 - g0 * h01) / determinant)
            let scale = min(1, 2 / max(abs(step0), abs(step1), 1e-12))
            intercept += scale * step0
            slope += scale * step1
            if abs(step0) < 1e-10, abs(step1) < 1e-10 { return LogisticLine(intercept: intercept, slope: slope) }
        }
        return nil
    }

    /// The line that the outcomes make likeliest, where intercept and slope lie about the given one and 1 with those standard deviations beforehand.
    package static func drawn(
        to values: [Double], exits: [Bool], intercept centre: Double, deviations: (intercept: Double, slope: Double)
    ) -> LogisticLine {
        let (first, second) = (1 / (deviations.intercept * deviations.intercept), 1 / (deviations.slope * deviations.slope))
        var (intercept, slope) = (centre, 1.0)
        for _ in 0..<100 {
            var (g0, g1) = (-(intercept - centre) * first, -(slope - 1) * second)
            var (h00, h01, h11) = (first, 0.0, second)
            for (value, exit) in zip(values, exits) {
                let probability = Exponential.logistic(intercept + slope * value)
                let (miss, weight) = ((exit ? 1 : 0) - probability, probability * (1 - probability))
                g0 += miss
                g1 += miss * value
                h00 += weight
                h01 += weight * value
                h11 += weight * value * value
            }
            let determinant = h00 * h11 - h01 * h01
            let (step0, step1) = ((g0 * h11 - g1 * h01) / determinant, (g1 * h00 - g0 * h01) / determinant)
            let scale = min(1, 1 / max(abs(step0), abs(step1), 1e-12))
            intercept += scale * step0
            slope += scale * step1
            if abs(step0) < 1e-10, abs(step1) < 1e-10 { break }
        }
        return LogisticLine(intercept: intercept, slope: slope)
    }

    /// How far all logits must be moved so that they fit the outcomes, drawn towards 0 by a normal prior of that standard deviation.
    package static func shift(of logits: [Double], exits: [Bool], priorDeviation: Double) -> Double {
        var shift = 0.0
        for _ in 0..<100 {
            var (gradient, curvature) = (-shift / (priorDeviation * priorDeviation), 1 / (priorDeviation * priorDeviation))
            for (logit, exit) in zip(logits, exits) {
                let probability = Exponential.logistic(logit + shift)
                gradient += (exit ? 1 : 0) - probability
                curvature += probability * (1 - probability)
            }
            let step = min(max(gradient / curvature, -1), 1)
            shift += step
            if abs(step) < 1e-10 { break }
        }
        return shift
    }
}
