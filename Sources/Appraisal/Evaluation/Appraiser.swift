package import Values

/// Appraises organizations by one rubric. It holds no state: the same evidence, day and cohorts always give the same evaluation, on any thread.
///
/// A class, so that it is handed on as one reference and not as the rubric's many lists.
package final class Appraiser: Sendable {
    package let rubric: Rubric
    let table: ScoreTable
    let chances: ChanceTable
    /// For each population.
    let outcomeRules: [OutcomeRule]

    package init(_ rubric: Rubric) {
        self.rubric = rubric
        let (table, chances) = (ScoreTable(rubric), ChanceTable(rubric))
        (self.table, self.chances) = (table, chances)
        outcomeRules = rubric.populations.indices.map { OutcomeRule(rubric, table, chances, population: $0) }
    }

    /// The estimates that so many points make, between the fewest and the most that what is unknown may hide.
    func probabilities(of score: Effect.Score, population number: Int) -> Probabilities {
        let population = rubric.populations[number]
        func estimate(_ horizon: Horizon) -> Probabilities.Estimate {
            Probabilities.Estimate(
                logit: rubric.logit(points: score.points, in: population, horizon: horizon),
                probability: chances.chance(of: score.points, population: number, horizon: horizon),
                lowest: chances.chance(of: score.lowest, population: number, horizon: horizon),
                highest: chances.chance(of: score.highest, population: number, horizon: horizon))
        }
        return Probabilities(months12: estimate(.months12), months24: estimate(.months24), months36: estimate(.months36))
    }

    /// The highest probability within the horizon that what is unknown may hide.
    package func highest(of outcome: Outcome, horizon: Horizon) -> Double {
        chances.chance(of: outcome.score.highest, population: outcome.population, horizon: horizon)
    }

    /// The full appraisal of one organization as of a day; of many, a ``Worksheet`` makes the same sooner.
    /// - Parameter cohorts: ranks made for the same day; with an index of another day percentiles do not apply.
    package func evaluate(_ evidence: Evidence, asOf: Day, cohorts: CohortIndex) -> Evaluation {
        let population = population(of: evidence)
        return evaluation(
            of: readings(of: evidence, population: population, asOf: asOf, cohorts: cohorts),
            organization: evidence.organization,
            population: population,
            asOf: asOf,
            qualities: qualities(in: evidence, asOf: asOf)
        )
    }

    /// Position of the organization's population in the rubric.
    package func population(of evidence: Evidence) -> Int {
        rubric.populations.firstIndex { $0.code == evidence.population } ?? 0
    }

    /// What every indicator of the rubric says, in its order.
    package func readings(of evidence: Evidence, population: Int, asOf: Day, cohorts: CohortIndex) -> [IndicatorReading] {
        readings(of: evidence, population: population, in: context(of: evidence, asOf: asOf, cohorts: cohorts))
    }

    func context(of evidence: Evidence, asOf: Day, cohorts: CohortIndex) -> MeasureContext {
        MeasureContext(
            evidence: evidence, asOf: asOf, cohorts: cohorts, reportDueMonths: rubric.reportDueMonths, cohortMinimum: rubric.cohortMinimum)
    }

    func readings(of evidence: Evidence, population: Int, in context: MeasureContext) -> [IndicatorReading] {
        let applies = rubric.populations[population].applies
        return table.rows.map { row in applies[row.index] ? reading(row, of: evidence, in: context) : .notApplicable }
    }

    /// What an indicator that applies says.
    @inline(__always)
    func reading(_ row: ScoreTable.Row, of evidence: Evidence, in context: MeasureContext) -> IndicatorReading {
        let finding = context.finding(for: row.measure, in: evidence)
        if case .value(let value, let source) = finding { return .observed(value, source: source) }
        return readingWithoutValue(finding, row, of: evidence, in: context)
    }

    private func readingWithoutValue(
        _ finding: Finding, _ row: ScoreTable.Row, of evidence: Evidence, in context: MeasureContext
    ) -> IndicatorReading {
        if !evidence.observations.isEmpty,
            let observation = newestObservation(of: rubric.indicators[row.index].code, evidence, in: context)
        {
            return .observed(observation.value, source: observation.record.source)
        }
        switch finding {
        case .notYet: return .notYetDue
        case .notApplicable: return .notApplicable
        case .blank: return .dueButMissing
        case .missing, .value: break
        }
        if let assumed = row.missing.assumed { return .observed(assumed, source: context.standing(evidence)) }
        let lasts =
            row.missing.dueAfterMonths > 0
            && context.beginning(evidence).map { $0.adding(months: row.missing.dueAfterMonths) > context.asOf } ?? false
        return IndicatorReading(unobserved: row.missing.state(whileNotYetDue: lasts))
    }

    private func newestObservation(of code: String, _ evidence: Evidence, in context: MeasureContext) -> Observation? {
        context.newest(evidence.observations.filter { $0.indicator == code && $0.value.isFinite }) { $0.observedOn }
    }
}

extension Indicator.MissingRule {
    /// What it is called that there is no record, where no value is assumed.
    /// - Parameter lasts: whether the time is not over during which it is not yet due.
    func state(whileNotYetDue lasts: Bool) -> IndicatorState {
        switch state {
        case .notYetDue: .notYetDue
        case .notApplicable: .notApplicable
        case .dueButMissing, .observed: state == .dueButMissing && lasts ? .notYetDue : .dueButMissing
        }
    }
}
