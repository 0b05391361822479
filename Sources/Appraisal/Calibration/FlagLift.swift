/// How much likelier an exit is where a flag is raised, among organizations whose indicator could be worked out.
package struct FlagLift: Hashable, Sendable {
    /// Position of the flag in the rubric.
    package let rule: Int
    package let raised: Int
    package let exitsAmongRaised: Int
    /// Cases in which every indicator of the rule had a value.
    package let cases: Int
    /// Share of exits where it is raised, divided by that among the cases; nil without either.
    package let lift: Double?
    /// Middle 95 % over samples of whole organizations; nil where the samples say nothing.
    package let interval: ClosedRange<Double>?

    /// Every flag of the rubric on the same cases.
    ///
    /// Measured against all organizations, a flag on a fall of members would look harmless, because only those that still report have two counts.
    /// - Parameters:
    ///   - organizations: of each case.
    ///   - samples: how many times organizations are drawn; 0 for no intervals.
    package static func all(
        of appraiser: Appraiser, readings: [[IndicatorReading]], exits: [Bool], organizations: [Int], samples: Int,
        using generator: inout some RandomNumberGenerator
    ) -> [FlagLift] {
        let names = Array(Set(organizations)).sorted()
        let position = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        let members = organizations.map { position[$0] ?? 0 }
        let tables = appraiser.rubric.flags.indices.map { rule in
            Counts.byOrganization(rule, appraiser, readings: readings, exits: exits, members: members, count: names.count)
        }
        let raised = tables.indices.filter { rule in tables[rule].contains { $0.raised > 0 } }
        var drawn = appraiser.rubric.flags.map { _ in [Double]() }
        for _ in 0..<max(0, samples) where !names.isEmpty {
            var weights = [Int](repeating: 0, count: names.count)
            for _ in names { weights[Int.random(in: 0..<names.count, using: &generator)] += 1 }
            for rule in raised {
                if let lift = Counts.sum(tables[rule], weights: weights).lift { drawn[rule].append(lift) }
            }
        }
        return tables.indices.map { rule in
            let sum = Counts.sum(tables[rule], weights: nil)
            return FlagLift(
                rule: rule, raised: sum.raised, exitsAmongRaised: sum.exitsAmongRaised, cases: sum.cases, lift: sum.lift,
                interval: middle(of: drawn[rule].sorted()))
        }
    }

    private static func middle(of values: [Double]) -> ClosedRange<Double>? {
        guard values.count >= 20 else { return nil }
        return values[Int(Double(values.count - 1) * 0.025)]...values[Int(Double(values.count - 1) * 0.975)]
    }

    /// What a lift is made of.
    private struct Counts {
        var organization = 0
        var cases = 0
        var exits = 0
        var raised = 0
        var exitsAmongRaised = 0

        var lift: Double? {
            guard raised > 0, exits > 0 else { return nil }
            return Double(exitsAmongRaised) / Double(raised) * Double(cases) / Double(exits)
        }

        static func byOrganization(
            _ rule: Int, _ appraiser: Appraiser, readings: [[IndicatorReading]], exits: [Bool], members: [Int], count: Int
        ) -> [Counts] {
            var found = (0..<count).map { Counts(organization: $0) }
            let conditions = appraiser.rubric.flags[rule].conditions
            for index in readings.indices {
                let isRaised = appraiser.isRaised(rule, by: readings[index])
                guard isRaised || conditions.allSatisfy({ readings[index][$0.indicator].value != nil }) else { continue }
                found[members[index]].cases += 1
                if exits[index] { found[members[index]].exits += 1 }
                guard isRaised else { continue }
                found[members[index]].raised += 1
                if exits[index] { found[members[index]].exitsAmongRaised += 1 }
            }
            return found.filter { $0.cases > 0 }
        }

        static func sum(_ table: [Counts], weights: [Int]?) -> Counts {
            var sum = Counts()
            for entry in table {
                let weight = weights.map { $0[entry.organization] } ?? 1
                sum.cases += weight * entry.cases
                sum.exits += weight * entry.exits
                sum.raised += weight * entry.raised
                sum.exitsAmongRaised += weight * entry.exitsAmongRaised
            }
            return sum
        }
    }
}
