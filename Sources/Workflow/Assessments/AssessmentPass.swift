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

    /// One district after another, while what is known of it is at hand.
    /// - Parameters:
    ///   - cohorts: who is compared with whom; nil where the page holds whole districts, which say so themselves.
    ///   - ranked: takes the cohorts of whole districts.
    func rows(
        for page: AssessedPage, cohorts: CohortIndex?, past: Past, ranked: (CohortIndex.Builder) -> Void = { _ in }
    ) -> CopyBinary {
        var rows = CopyBinary(capacity: page.organizations.count * 640)
        var (standing, confirmed) = (0, 0)
        var desk: Desk?
        for district in page.districts {
            let batch = EvidenceBatch(page.evidence[district], asOf: asOf)
            let cohorts = cohorts ?? self.cohorts(of: batch, ranked)
            let reading = rubrics.reading(in: page.organizations[batch.evidence.startIndex].district)
            let open =
                if let desk, desk.reading.appraiser === reading.appraiser { desk } else { Desk(reading, asOf: asOf, cohorts: cohorts) }
            desk = open
            open.sheet.rank(by: cohorts)
            for part in batch.parts {
                open.sheet.assess(part, of: batch)
                for place in part {
                    let number = page.organizations[place].number
                    while standing < past.standings.count, past.standings[standing].organization < number { standing += 1 }
                    while confirmed < past.confirmed.count, past.confirmed[confirmed] < number { confirmed += 1 }
                    let before = standing < past.standings.count ? past.standings[standing] : nil
                    let isConfirmed = confirmed < past.confirmed.count && past.confirmed[confirmed] == number
                    guard let evaluation = open.sheet.evaluation(at: place) else { continue }
                    append(number, evaluation, before?.organization == number ? before : nil, isConfirmed: isConfirmed, at: open, to: &rows)
                }
            }
        }
        return rows
    }

    private func cohorts(of batch: EvidenceBatch, _ ranked: (CohortIndex.Builder) -> Void) -> CohortIndex {
        var builder = CohortIndex.Builder(asOf: asOf)
        builder.add(batch)
        ranked(builder)
        return builder.build()
    }

    /// Where organizations are appraised that are read alike.
    private final class Desk {
        let reading: CalibratedRubrics.Reading
        let rubric: Rubric
        /// Codes of the rubric's flags.
        let codes: [String]
        var sheet: Worksheet

        init(_ reading: CalibratedRubrics.Reading, asOf: Day, cohorts: CohortIndex) {
            self.reading = reading
            rubric = reading.appraiser.rubric
            codes = rubric.flags.map(\.code)
            sheet = Worksheet(reading.appraiser, asOf: asOf, cohorts: cohorts)
        }
    }

    private func append(
        _ number: OrganizationNumber, _ evaluation: Evaluation, _ before: PreviousStanding?, isConfirmed: Bool,
        at desk: Desk, to rows: inout CopyBinary
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
