import Appraisal
import Incubation
import Postgres
import Store
import Values

/// Turns evidence into rows for the table of assessments.
struct AssessmentPass: Sendable {
    let run: Int64
    let asOf: Day
    let rubrics: CalibratedRubrics

    /// What is known of organizations from before, both in the order of their numbers.
    struct Past: Sendable {
        var standings: [PreviousStanding] = []
        /// Those of which a person confirmed that a critical flag calls for the worst status.
        var confirmed: [OrganizationNumber] = []
    }

    func rows(for page: AssessedPage, cohorts: CohortIndex, past: Past) -> CopyBinary {
        var rows = CopyBinary(capacity: page.organizations.count * 640)
        var (standing, confirmed) = (0, 0)
        for (organization, evidence) in zip(page.organizations, page.evidence) {
            let number = organization.number
            while standing < past.standings.count, past.standings[standing].organization < number { standing += 1 }
            while confirmed < past.confirmed.count, past.confirmed[confirmed] < number { confirmed += 1 }
            let before = standing < past.standings.count && past.standings[standing].organization == number ? past.standings[standing] : nil
            let isConfirmed = confirmed < past.confirmed.count && past.confirmed[confirmed] == number
            append(number, evidence, cohorts, before, isConfirmed: isConfirmed, to: &rows)
        }
        return rows
    }

    private func append(
        _ number: OrganizationNumber, _ evidence: Evidence, _ cohorts: CohortIndex, _ before: PreviousStanding?, isConfirmed: Bool,
        to rows: inout CopyBinary
    ) {
        let reading = rubrics.reading(in: number.district)
        let rubric = reading.appraiser.rubric
        let evaluation = reading.appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
        let status = isConfirmed ? reading.appraiser.statusAfterConfirmation(of: evaluation) : evaluation.status
        let worst = evaluation.flags.first.map { rubric.flags[$0.rule].severity }
        let shown = status.settled(
            shown: before.flatMap { Status(rawValue: $0.shownStatus) }, previous: before.flatMap { Status(rawValue: $0.status) },
            hasCriticalFlag: worst == .critical)
        let estimate = evaluation.showsProbability ? evaluation.probabilities.months24 : nil
        let codes = evaluation.flags.map { rubric.flags[$0.rule].code }
        rows.beginRow(columns: StagedAssessments.columnCount)
        rows.append(number.district.rawValue)
        rows.append(number.serial)
        rows.append(run)
        rows.append(status.rawValue)
        rows.append(shown.rawValue)
        rows.append(Int32(clamping: evaluation.totalPoints))
        rows.append(evaluation.coverage)
        rows.append(evaluation.coverageClass.rawValue)
        rows.append(estimate?.probability)
        rows.append(estimate?.lowest)
        rows.append(estimate?.highest)
        rows.append(Int32(clamping: codes.count))
        rows.append(worst?.rawValue)
        rows.append(texts: codes)
        rows.append(dates: codes.map { since($0, before).date })
        rows.append(reading.calibration)
        rows.append(bytea: Findings(evaluation, by: rubric).bytes)
    }

    /// The day of the first of the evaluations in a row that raised a flag.
    private func since(_ code: String, _ before: PreviousStanding?) -> Day {
        guard let before, let place = before.flags.firstIndex(of: code), place < before.flagsSince.count else { return asOf }
        return before.flagsSince[place]
    }
}
