import Appraisal
import Incubation
import Values
import Workflow

/// How an organization's assessments went: as a line, and run by run with what changed and why.
struct TrendView: PageView {
    static let template = "trend"

    struct Row: Encodable, Sendable {
        let asOf: String
        let run: String
        let status: ChipView
        let estimate: String
        let points: String
        let flags: String
        let changes: [String]
        let causes: [String]
        let hasCauses: Bool
    }

    let title: String
    let organization: LinkView
    let flagsPage: String
    let trend: TrendChartView?
    let rows: [Row]
    let isEmpty: Bool
    let paging: PagingView

    /// - Parameter rubrics: by their hashes.
    init(
        _ organization: CommunityOrganization, _ points: [TrendPoint], _ steps: Page<TrendStep>, _ rubrics: [String: Rubric],
        watchLine: Double?, _ visit: Visit
    ) {
        let w = visit.w
        let name = w.name(organization.particulars).main
        title = w(Catalogue.trends.ofName(name))
        self.organization = LinkView(label: name, address: OrganizationPages.address(of: organization.number))
        flagsPage = FlagPages.address(of: organization.number)
        trend = TrendChartView(points, watchLine: watchLine, w)
        rows = steps.items.map { Row($0, rubrics[$0.assessment.rubricHash], w) }
        isEmpty = rows.isEmpty
        paging = PagingView(next: steps.next, visit)
    }
}

extension TrendView.Row {
    fileprivate init(_ step: TrendStep, _ rubric: Rubric?, _ w: Words) {
        let assessment = step.assessment
        (asOf, run) = (w(assessment.asOf), String(assessment.run))
        status = ChipView.status(assessment.status, w)
        estimate = assessment.probability.map(Percent.words) ?? w(Catalogue.flagged.notShown)
        (points, flags) = (String(assessment.points), String(assessment.detail.flags.count))
        changes = Self.changes(step, rubric, w)
        causes = step.change?.causes.map { w($0.words(rubric, w)) } ?? []
        hasCauses = !causes.isEmpty
    }

    private static func changes(_ step: TrendStep, _ rubric: Rubric?, _ w: Words) -> [String] {
        let words = Catalogue.trends
        guard !step.isFirst else { return [w(words.first)] }
        func name(_ code: String) -> String { rubric?.flags.first { $0.code == code }.map { w($0.name) } ?? code }
        var lines: [String] = []
        if let change = step.change {
            let (before, after) = (change.statusBefore.flatMap(Status.init), change.statusAfter.flatMap(Status.init))
            if let before, let after, before != after { lines.append(w(words.moved(before.words, after.words))) }
            lines += change.flagsRaised.map { w(words.raised(name($0))) } + change.flagsCleared.map { w(words.cleared(name($0))) }
        }
        if lines.isEmpty { lines.append(w(words.unchanged)) }
        if step.isByAnotherRubric { lines.append(w(words.anotherRubric)) }
        return lines
    }
}

extension AssessmentChange.Cause {
    /// A reading before and after, and the record that decided it.
    fileprivate func words(_ rubric: Rubric?, _ w: Words) -> BilingualText {
        let known = rubric?.indicators.first { $0.code == indicator }
        func shown(_ reading: AssessmentDetail.Reading?) -> String { reading?.words(known, w) ?? w(IndicatorState.notApplicable.words) }
        let source = record.map { w(SourceReference.words(of: $0, w)) }
        let notes = [source, isNewRecord ? w(Catalogue.trends.newRecord) : nil].compactMap(\.self)
        let note = notes.joined(separator: w(Catalogue.frame.listMark))
        return Catalogue.trends.cause(known.map { w($0.name) } ?? indicator, shown(before), shown(after), note)
    }
}
