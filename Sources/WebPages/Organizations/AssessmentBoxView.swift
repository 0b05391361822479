import Appraisal
import Values
import Workflow

/// What the newest assessment says, as the organization's page shows it.
struct AssessmentBoxView: Sendable {
    let status: ChipView
    let asOf: String
    let estimate: String?
    let range: String?
    let coverage: String
    let points: String
    let outlook: String?
    let flags: [FlagView]
    let hasFlags: Bool
    let explanation: String
    /// The page of the flags and what is done about them.
    let work: String

    init(_ found: AssessmentExplanation, _ path: String, _ w: Words) {
        let assessment = found.assessment
        status = ChipView.status(assessment.status, w)
        asOf = w(found.run.asOf)
        estimate = assessment.probability.map(Percent.words)
        range = assessment.probabilityLow.flatMap { low in
            assessment.probabilityHigh.map { "\(Percent.words(low))–\(Percent.words($0))" }
        }
        coverage = Percent.words(assessment.coverage)
        points = String(assessment.points)
        outlook = found.remedies.map { w($0.sentence) }
        flags = assessment.detail.flags.map { FlagView($0, of: found.run, remedies: found.remedies, w) }
        hasFlags = !flags.isEmpty
        explanation = "\(path)/assessment"
        work = FlagPages.address(of: assessment.organization)
    }
}
