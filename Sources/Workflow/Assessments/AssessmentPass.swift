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
        var desk: Desk?
        for (organization, evidence) in zip(page.organizations, page.evidence) {
            let number = organization.number
            while standing < past.standings.count, past.standings[standing].organization < number { standing += 1 }
            while confirmed < past.confirmed.count, past.confirmed[confirmed] < number { confirmed += 1 }
            let before = standing < past.standings.count && past.standings[standing].organization == number ? past.standings[standing] : nil
            let isConfirmed = confirmed < past.confirmed.count && past.confirmed[confirmed] == number
            if desk?.district != number.district {
                desk = Desk(number.district, rubrics.reading(in: number.district), asOf: asOf, cohorts: cohorts)
            }
            if let desk, let evaluation = desk.evaluation(of: evidence) {
                append(number, evaluation, before, isConfirmed: isConfirmed, at: desk, to: &rows)
            }
        }
        return rows
    }

    /// Where the organizations of a district are appraised one after another.
    private final class Desk {
        let district: District
        let reading: CalibratedRubrics.Reading
        let rubric: Rubric
        /// Codes of the rubric's flags.
        let codes: [String]
        private var sheet: Worksheet

        init(_ district: District, _ reading: CalibratedRubrics.Reading, asOf: Day, cohorts: CohortIndex) {
            self.district = district
            self.reading = reading
            rubric = reading.appraiser.rubric
            codes = rubric.flags.map(\.code)
            sheet = Worksheet(reading.appraiser, asOf: asOf, cohorts: cohorts)
        }

        func evaluation(of evidence: Evidence) -> Evaluation? {
            sheet.assess(evidence)
            return sheet.evaluation()
        }
    }

    private func append(
        _ number: OrganizationNumber, _ evaluation: Evaluation, _ before: PreviousStanding?, isConfirmed: Bool, at desk: Desk,
        to rows: inout CopyBinary
    ) {
        let status = isConfirmed ? desk.reading.appraiser.statusAfterConfirmation(of: evaluation) : evaluation.status
        let worst = evaluation.flags.first.map { desk.rubric.flags[$0.rule].severity }
        let shown = status.settled(
            shown: before.flatMap { Status(rawValue: $0.shownStatus) }, previous: before.flatMap { Status(rawValue: $0.status) },
            hasCriticalFlag: worst == .critical)
        let estimate = evaluation.showsProbability ? evaluation.probabilities.months24 : nil
        let codes = evaluation.flags.map { desk.codes[$0.rule] }
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
        rows.append(desk.reading.calibration)
        rows.append(bytea: Findings(evaluation, by: desk.rubric).bytes)
    }

    /// The day of the first of the evaluations in a row that raised a flag.
    private func since(_ code: String, _ before: PreviousStanding?) -> Day {
        guard let before, let place = before.flags.firstIndex(of: code), place < before.flagsSince.count else { return asOf }
        return before.flagsSince[place]
    }
}
