import Access
package import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// What a run found about one organization, and what could be done about it.
package struct AssessmentExplanation: Sendable {
    package let run: AssessmentRun
    package let assessment: StoredAssessment
    /// nil where the rubric of the run is not at hand.
    package let remedies: Remedies?
}

/// Explains a stored assessment: by the readings that were stored with it, and by the records of its day.
package struct ExplainAssessment: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - run: nil for the newest finished run that holds the organization.
    ///   - upTo: where no run is named, the run for the latest day up to this one.
    ///   - rubric: the rubric of the run where it is not one that was compiled in; another one than the run's is refused.
    /// - Throws: ``Refusal/notFound(_:_:)``, ``Refusal/notPossible(field:_:)``.
    package func callAsFunction(
        _ number: OrganizationNumber, run: Int64?, upTo: Day? = nil, rubric: NamedRubric? = nil, as caller: Caller
    ) async throws -> AssessmentExplanation {
        try await registry.reading(.explainAssessment, of: .organization(number), as: caller) { transaction in
            let (run, found) = try await transaction.assessment(of: number, run: run, upTo: upTo)
            if let rubric, rubric.hash != run.rubricHash {
                throw Refusal.notPossible(field: "rubric", text("批次 \(run.run) 用的不是这份评分规则", "run \(run.run) was made by another one"))
            }
            let known = try await transaction.evidence(of: number, asOf: run.asOf)
            let used = if let rubric { rubric } else { try await transaction.rubric(withHash: run.rubricHash) }
            var calibration: LocalCalibration?
            if let number = found.calibration { calibration = try await transaction.first(FindCalibration(number))?.calibration }
            let remedies = used.map { rubric in
                let appraiser = calibration.map { Appraiser(rubric.rubric.calibrated(by: $0)) } ?? rubric.appraiser
                return Remedies(for: found.detail.evaluation(by: appraiser, asOf: run.asOf), by: appraiser, from: known)
            }
            return AssessmentExplanation(run: run, assessment: found, remedies: remedies)
        }
    }
}

extension AssessmentDetail {
    /// The evaluation that the stored readings amount to; with the rubric that they were stored by, the one that was stored.
    func evaluation(by appraiser: Appraiser, asOf: Day) -> Evaluation {
        let rubric = appraiser.rubric
        var stored: [String: Reading] = [:]
        for reading in readings { stored[reading.indicator] = reading }
        let readings = rubric.indicators.map { indicator in stored[indicator.code]?.reading ?? .notApplicable }
        let qualities = rubric.families.map { family in
            let element = elements.first { $0.family == family.code }
            return ElementQuality(mean: element?.quality, reviewers: element?.reviewers ?? 0)
        }
        return appraiser.evaluation(
            of: readings, organization: 0, population: rubric.populations.firstIndex { $0.code == population } ?? 0, asOf: asOf,
            qualities: qualities)
    }
}

extension AssessmentDetail.Reading {
    /// The reading as the core knows it.
    var reading: IndicatorReading {
        switch IndicatorState(rawValue: state) {
        case .observed: value.map { .observed($0, source: source.flatMap(SourceReference.init(description:))) } ?? .dueButMissing
        case .notYetDue: .notYetDue
        case .notApplicable: .notApplicable
        case .dueButMissing, nil: .dueButMissing
        }
    }
}
