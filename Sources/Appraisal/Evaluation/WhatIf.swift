/// An organization as it is and as it would be with some readings changed. Only those readings change: what else the same records say is left alone.
package struct WhatIf: Sendable {
    package let before: Evaluation
    package let after: Evaluation
    /// Flags of before whose conditions no longer hold.
    package let cleared: [RaisedFlag]
    /// Flags of before that still hold, with a worse flag now in their place.
    package let covered: [RaisedFlag]
    /// Flags of after that were not shown before.
    package let raised: [RaisedFlag]
}

extension Appraiser {
    /// What follows from other readings of some indicators.
    /// - Parameter changes: by position in the rubric; positions beyond it have no influence.
    package func whatIf(_ evaluation: Evaluation, changing changes: [Int: IndicatorReading]) -> WhatIf {
        var readings = evaluation.readings
        for (index, reading) in changes where readings.indices.contains(index) { readings[index] = reading }
        let after = self.evaluation(
            of: readings, organization: evaluation.organization, population: evaluation.population, asOf: evaluation.asOf,
            qualities: qualities(of: evaluation))
        let gone = evaluation.flags.filter { flag in !after.flags.contains { $0.rule == flag.rule } }
        return WhatIf(
            before: evaluation, after: after,
            cleared: gone.filter { !isRaised($0.rule, by: readings) },
            covered: gone.filter { isRaised($0.rule, by: readings) },
            raised: after.flags.filter { flag in !evaluation.flags.contains { $0.rule == flag.rule } })
    }

    /// Whether the conditions of a flag hold, whatever other flags do.
    func isRaised(_ rule: Int, by readings: [IndicatorReading]) -> Bool {
        rubric.flags[rule].conditions.allSatisfy { $0.allows(readings[$0.indicator]) }
    }
}
