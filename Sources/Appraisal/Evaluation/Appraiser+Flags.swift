extension Appraiser {
    /// Every flag whose conditions all hold, without those that a worse one makes superfluous; the most severe first.
    func flags(raisedBy readings: [IndicatorReading]) -> [RaisedFlag] {
        var raised: [RaisedFlag] = []
        for (position, rule) in rubric.flags.enumerated() where rule.conditions.allSatisfy({ holds($0, readings) }) {
            let first = rule.conditions[0]
            let reading = readings[first.indicator]
            raised.append(RaisedFlag(rule: position, value: reading.value, threshold: first.threshold, source: reading.source))
        }
        guard raised.count > 1 else { return raised }
        let superfluous = Set(raised.flatMap { rubric.flags[$0.rule].supersedes })
        return
            raised
            .filter { !superfluous.contains($0.rule) }
            .sorted { left, right in
                let (first, second) = (rubric.flags[left.rule].severity, rubric.flags[right.rule].severity)
                return first == second ? left.rule < right.rule : first > second
            }
    }

    /// Whether the condition holds. A state without a value satisfies it by itself, where the rule names that state.
    func holds(_ condition: FlagRule.Condition, _ readings: [IndicatorReading]) -> Bool {
        let reading = readings[condition.indicator]
        guard condition.states.contains(reading.state) else { return false }
        guard let value = reading.value else { return true }
        return condition.comparison.holds(value, condition.threshold)
    }
}
