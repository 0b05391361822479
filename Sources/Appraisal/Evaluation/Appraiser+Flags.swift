extension Appraiser {
    /// Every flag whose conditions all hold, without those that a worse one makes superfluous; the most severe first.
    func flags(raisedBy readings: [IndicatorReading]) -> [RaisedFlag] {
        var raised: [RaisedFlag] = []
        for position in table.flags.indices where table.isRaised(table.flags[position], by: readings) {
            let first = table.conditions[table.flags[position].conditions.lowerBound]
            let reading = readings[first.indicator]
            raised.append(RaisedFlag(rule: position, value: reading.value, threshold: first.threshold, source: reading.source))
        }
        guard raised.count > 1 else { return raised }
        let all = raised
        raised.removeAll { flag in all.contains { rubric.flags[$0.rule].supersedes.contains(flag.rule) } }
        raised.sort { left, right in
            let (first, second) = (table.flags[left.rule].severity, table.flags[right.rule].severity)
            return first == second ? left.rule < right.rule : first > second
        }
        return raised
    }
}
