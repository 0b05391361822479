import Values

extension RubricReader {
    func combinations(_ fields: DocumentRecord) throws(RubricFault) -> [Combination] {
        guard let list = fields.optional("combinations") else { return [] }
        if case .list(let values) = list.value, values.isEmpty { return [] }
        return try entries(list, code: "code") { place throws(RubricFault) in
            let fields = try place.record("code", "name", "conditions", "points")
            var conditions: [Combination.Condition] = []
            for condition in try fields.field("conditions").list() {
                let part = try condition.record("indicator", "comparison", "threshold")
                let indicator = try position(try part.field("indicator"), in: indicatorCodes)
                let comparison = try part.field("comparison").word(Comparison.self)
                guard comparison.catches == indicators[indicator].worse else { throw condition.fault(.wrongDirection) }
                conditions.append(
                    Combination.Condition(indicator: indicator, comparison: comparison, threshold: try part.field("threshold").number())
                )
            }
            guard conditions.count >= 2 else { throw try fields.field("conditions").fault(.missing) }
            return Combination(
                code: try fields.field("code").text(), name: try fields.field("name").words(), conditions: conditions,
                points: try fields.field("points").points()
            )
        }
    }

    func populations(_ fields: DocumentRecord) throws(RubricFault) -> [Population] {
        try entries(fields.field("populations"), code: "code") { place throws(RubricFault) in
            let fields = try place.record("code", "name", "excludes", "intercepts", "slope", "basis")
            let horizons = try fields.field("intercepts").record("12", "24", "36")
            return Population(
                code: try fields.field("code").text(),
                name: try fields.field("name").words(),
                applies: try applies(fields.optional("excludes")),
                intercepts: Population.Intercepts(
                    months12: try horizons.field("12").number(in: -20...20), months24: try horizons.field("24").number(in: -20...20),
                    months36: try horizons.field("36").number(in: -20...20)
                ),
                slope: try fields.optional("slope").read { place throws(RubricFault) in try place.number(in: Population.slopes) } ?? 1,
                stage: .notCalibratedLocally,
                basis: try fields.field("basis").words()
            )
        }
    }

    /// Codes of indicators or of whole families that mean nothing for a population.
    private func applies(_ list: DocumentPlace?) throws(RubricFault) -> [Bool] {
        var applies = indicators.map { _ in true }
        for place in try list.read({ list throws(RubricFault) in try list.list() }) ?? [] {
            let code = try place.text()
            if let indicator = indicatorCodes[code] {
                applies[indicator] = false
            } else {
                let family = try familyPosition(place)
                for index in indicators.indices where indicators[index].family == family { applies[index] = false }
            }
        }
        return applies
    }

    func flags(_ fields: DocumentRecord) throws(RubricFault) -> [FlagRule] {
        let list = try fields.field("flags")
        let count = try list.list().count
        guard count <= ScoreTable.FlagSet.bitWidth else {
            throw list.fault(.notAllowed(found: "\(count)", allowed: "0 to \(ScoreTable.FlagSet.bitWidth)"))
        }
        var codes: [String: Int] = [:]
        for (index, place) in try list.list().enumerated() {
            guard case .record(let fields) = place.value, case .text(let code)? = fields["code"] else { continue }
            codes[code] = index
        }
        let rules = try entries(list, code: "code") { place throws(RubricFault) in try flag(place, codes: codes) }
        for index in rules.indices {
            if let cycle = Self.cycle(from: index, in: rules) {
                throw RubricFault(place: "flags[\(index)].supersedes", problem: .cycle(cycle.map { rules[$0].code }))
            }
        }
        return rules
    }

    private func flag(_ place: DocumentPlace, codes: [String: Int]) throws(RubricFault) -> FlagRule {
        let fields = try place.record(
            "code", "family", "conditions", "severity", "name", "reason", "action", "clears", "source", "evidence", "supersedes"
        )
        var conditions: [FlagRule.Condition] = []
        for condition in try fields.field("conditions").list() { conditions.append(try flagCondition(condition)) }
        guard !conditions.isEmpty else { throw try fields.field("conditions").fault(.missing) }
        var supersedes: [Int] = []
        for milder in try fields.optional("supersedes").read({ list throws(RubricFault) in try list.list() }) ?? [] {
            supersedes.append(try position(milder, in: codes))
        }
        return FlagRule(
            code: try fields.field("code").text(),
            family: try familyPosition(fields.field("family")),
            conditions: conditions,
            severity: try fields.field("severity").word(FlagRule.Severity.self),
            name: try fields.field("name").words(),
            reason: try fields.field("reason").words(),
            action: try fields.field("action").words(),
            clears: try fields.field("clears").words(),
            source: try fields.field("source").words(),
            evidence: try fields.field("evidence").text(),
            supersedes: supersedes
        )
    }

    private func flagCondition(_ place: DocumentPlace) throws(RubricFault) -> FlagRule.Condition {
        let fields = try place.record("indicator", "states", "comparison", "threshold")
        let indicator = try position(try fields.field("indicator"), in: indicatorCodes)
        let comparison = try fields.field("comparison").word(Comparison.self)
        let worse = indicators[indicator].worse
        guard worse == .context || comparison.catches == worse else { throw place.fault(.wrongDirection) }
        var states: [IndicatorState] = []
        for state in try fields.optional("states").read({ list throws(RubricFault) in try list.list() }) ?? [] {
            states.append(try state.word(IndicatorState.self))
        }
        return FlagRule.Condition(
            indicator: indicator, states: states.isEmpty ? [.observed] : states, comparison: comparison,
            threshold: try fields.field("threshold").number()
        )
    }

    /// The way from a flag through those it supersedes back to itself; nil when there is none.
    private static func cycle(from start: Int, in rules: [FlagRule]) -> [Int]? {
        var reached: Set<Int> = []
        var paths = rules[start].supersedes.map { [start, $0] }
        while let path = paths.popLast() {
            let end = path[path.count - 1]
            if end == start { return path }
            guard reached.insert(end).inserted else { continue }
            paths += rules[end].supersedes.map { path + [$0] }
        }
        return nil
    }
}
