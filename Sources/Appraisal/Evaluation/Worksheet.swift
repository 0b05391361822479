package import Values

/// Appraises one organization after another as of one day. The sheet is made once and written over for each, so that an appraisal that nobody asks to
/// explain needs no memory of its own; ``evaluation()`` explains the last one from the very numbers that it was worked out by.
package struct Worksheet {
    package let appraiser: Appraiser
    package let asOf: Day
    private let cohorts: CohortIndex
    /// The last organization's readings.
    private var readings: [IndicatorReading]
    private var tally: Tally
    private var last: (organization: Int64, outcome: Outcome, qualities: [ElementQuality])?
    private var population: (code: String, place: Int)
    private let periods: DuePeriods
    /// What organizations with records of the same kinds have in common.
    private var patterns: [Pattern] = []

    /// - Parameter cohorts: ranks made for the same day; with an index of another day percentiles do not apply.
    package init(_ appraiser: Appraiser, asOf: Day, cohorts: CohortIndex) {
        self.appraiser = appraiser
        self.asOf = asOf
        self.cohorts = cohorts
        readings = appraiser.table.rows.map { _ in .dueButMissing }
        tally = Tally(elementCount: appraiser.table.elementCount)
        population = (appraiser.rubric.populations[0].code, 0)
        periods = DuePeriods(appraiser.table.rows.lazy.map(\.missing.dueAfterMonths), asOf: asOf)
    }

    /// Indicators of whose kinds there is no record say the same of every organization of which that is true.
    private struct Pattern {
        let kinds: EvidenceKinds
        let population: Int
        let due: Int
        /// Readings of everything, those that are the same for all of them and those of the first one.
        let readings: [IndicatorReading]
        /// The sums over those that are the same.
        let tally: Tally
        let others: [ScoreTable.Row]
    }

    /// Appraises an organization. Nothing that became known after the sheet's day has any influence.
    @discardableResult
    package mutating func assess(_ evidence: Evidence) -> Outcome {
        if evidence.population != population.code { population = (evidence.population, appraiser.population(of: evidence)) }
        let context = appraiser.context(of: evidence, asOf: asOf, cohorts: cohorts)
        let due = periods.count(beginning: context.beginning(evidence))
        let pattern = place(kinds: evidence.kinds, due: due, evidence, context)
        fill(from: patterns[pattern], evidence, context)
        let outcome = appraiser.outcome(of: tally, readings, population: population.place)
        last = (evidence.organization, outcome, appraiser.qualities(in: evidence, asOf: asOf))
        return outcome
    }

    /// Writes the organization's readings over those of the last one and adds them up.
    private mutating func fill(from pattern: Pattern, _ evidence: Evidence, _ context: MeasureContext) {
        let (appraiser, table) = (appraiser, appraiser.table)
        // Taken out for the time being, so that each is changed in its own memory.
        var (sheet, sums) = ([IndicatorReading](), Tally(elementCount: 0))
        swap(&sheet, &readings)
        swap(&sums, &tally)
        sums.become(pattern.tally)
        sheet.withUnsafeMutableBufferPointer { sheet in
            _ = sheet.update(fromContentsOf: pattern.readings)
            for row in pattern.others {
                let reading = appraiser.reading(row, of: evidence, in: context)
                sheet[row.index] = reading
                sums.add(table.effect(of: reading, row), element: row.element)
            }
        }
        swap(&sheet, &readings)
        swap(&sums, &tally)
    }

    private mutating func place(kinds: EvidenceKinds, due: Int, _ evidence: Evidence, _ context: MeasureContext) -> Int {
        for index in patterns.indices
        where patterns[index].kinds == kinds && patterns[index].due == due && patterns[index].population == population.place {
            return index
        }
        patterns.append(pattern(kinds: kinds, due: due, evidence, context))
        return patterns.count - 1
    }

    private func pattern(kinds: EvidenceKinds, due: Int, _ evidence: Evidence, _ context: MeasureContext) -> Pattern {
        let table = appraiser.table
        let readings = appraiser.readings(of: evidence, population: population.place, in: context)
        let applies = appraiser.rubric.populations[population.place].applies
        var (tally, others) = (Tally(elementCount: table.elementCount), [ScoreTable.Row]())
        for row in table.rows {
            // An assumed value points at a record of the organization itself.
            let isSame = row.kinds.isDisjoint(with: kinds) && row.missing.assumed == nil && !kinds.contains(.observations)
            if isSame || !applies[row.index] {
                tally.add(table.effect(of: readings[row.index], row), element: row.element)
            } else {
                others.append(row)
            }
        }
        return Pattern(kinds: kinds, population: population.place, due: due, readings: readings, tally: tally, others: others)
    }

    /// The last organization's appraisal with everything that it rests on; nil before the first one.
    package func evaluation() -> Evaluation? {
        last.map { last in
            appraiser.evaluation(last.outcome, tally, readings, last.qualities, organization: last.organization, asOf: asOf)
        }
    }
}

/// The periods after its beginning during which something is not yet due from an organization, as of one day.
struct DuePeriods {
    /// For each period the last day on which an organization can have begun for it to be over, as days since 1970; the longest period comes last.
    private let lastBeginnings: [Int]

    init(_ months: some Sequence<Int>, asOf: Day) {
        lastBeginnings = Set(months).filter { $0 > 0 }.sorted().map { months in
            // Ends of months are cut short, so that the way back may lead some days astray.
            var beginning = asOf.adding(months: -months)
            while beginning < .latest, beginning.adding(days: 1).adding(months: months) <= asOf { beginning = beginning.adding(days: 1) }
            while beginning > .earliest, beginning.adding(months: months) > asOf { beginning = beginning.adding(days: -1) }
            return Int(beginning.daysSince1970) - (beginning.adding(months: months) > asOf ? 1 : 0)
        }
    }

    /// How many of the periods still last.
    func count(beginning: Day?) -> Int {
        guard let beginning else { return 0 }
        var count = 0
        for last in lastBeginnings { count += Int(beginning.daysSince1970) > last ? 1 : 0 }
        return count
    }
}
