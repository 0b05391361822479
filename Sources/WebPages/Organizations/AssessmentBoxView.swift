import Appraisal
import Values
import Workflow

/// What the newest assessment says, as the organization's page shows it.
struct AssessmentBoxView: Encodable, Sendable {
    let status: ChipView
    let asOf: String
    let estimate: String?
    let range: String?
    let coverage: String
    let points: String
    let outlook: String?
    /// The gravest.
    let flags: [FlagView]
    let hasFlags: Bool
    /// Those behind, folded up.
    let rest: [FlagView]
    let more: String
    let hasMore: Bool
    let explanation: String
    /// The page of the flags and what is done about them.
    let work: String

    /// So many flags are read at a glance.
    private static let flagsShown = 5

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
        let all = assessment.detail.flags.map { FlagView($0, of: found.run, remedies: found.remedies, w) }
        (flags, rest) = (Array(all.prefix(Self.flagsShown)), Array(all.dropFirst(Self.flagsShown)))
        (hasFlags, hasMore) = (!flags.isEmpty, !rest.isEmpty)
        more = w(Catalogue.flagged.more(rest.count))
        explanation = "\(path)/assessment"
        work = FlagPages.address(of: assessment.organization)
    }
}
