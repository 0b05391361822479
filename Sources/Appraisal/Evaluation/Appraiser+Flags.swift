extension Appraiser {
    /// Every flag whose conditions all hold, without those that a worse one makes superfluous; the most severe first.
    func flags(raisedBy readings: [IndicatorReading]) -> [RaisedFlag] {
        let raised = table.flagsRaised(by: readings)
        guard raised != 0 else { return [] }
        let shown = raised & ~table.superseded(by: raised)
        var flags: [RaisedFlag] = []
        flags.reserveCapacity(shown.nonzeroBitCount)
        for position in table.flagOrder where shown & (1 << position) != 0 {
            let first = table.conditions[table.flags[position].conditions.lowerBound]
            let reading = readings[first.indicator]
            flags.append(RaisedFlag(rule: position, value: reading.value, threshold: first.threshold, source: reading.source))
        }
        return flags
    }
}
