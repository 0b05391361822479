package import Values

/// Appraises organizations by one rubric. It holds no state: the same evidence, day and cohorts always give the same evaluation, on any thread.
package struct Appraiser: Sendable {
    package let rubric: Rubric

    package init(_ rubric: Rubric) {
        self.rubric = rubric
    }

    /// The full appraisal of an organization as of a day. Nothing that became known after that day has any influence.
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
        let context = MeasureContext(
            evidence: evidence, asOf: asOf, cohorts: cohorts, reportDueMonths: rubric.reportDueMonths, cohortMinimum: rubric.cohortMinimum
        )
        let applies = rubric.populations[population].applies
        return rubric.indicators.indices.map { index in
            applies[index] ? reading(of: rubric.indicators[index], in: context) : .notApplicable
        }
    }

    private func reading(of indicator: Indicator, in context: MeasureContext) -> IndicatorReading {
        let finding = context.finding(for: indicator.measure)
        if case .value(let value, let source) = finding { return .observed(value, source: source) }
        if let observation = newestObservation(of: indicator.code, in: context) {
            return .observed(observation.value, source: observation.record.source)
        }
        switch finding {
        case .notYet: return .notYetDue
        case .notApplicable: return .notApplicable
        case .blank: return .dueButMissing
        case .missing, .value: break
        }
        if let assumed = indicator.missing.assumed { return .observed(assumed, source: context.standing) }
        if indicator.missing.state == .dueButMissing, indicator.missing.dueAfterMonths > 0, let beginning = context.beginning,
            beginning.adding(months: indicator.missing.dueAfterMonths) > context.asOf
        {
            return .notYetDue
        }
        switch indicator.missing.state {
        case .notYetDue: return .notYetDue
        case .notApplicable: return .notApplicable
        case .dueButMissing, .observed: return .dueButMissing
        }
    }

    private func newestObservation(of code: String, in context: MeasureContext) -> Observation? {
        guard !context.evidence.observations.isEmpty else { return nil }
        return context.newest(context.evidence.observations.filter { $0.indicator == code && $0.value.isFinite }) { $0.observedOn }
    }
}
