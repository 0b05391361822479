import Access
import Appraisal
import Incubation
import Values
import Workflow

/// What a trial showed: who would change status, and why.
struct RubricTrialView: PageView {
    static let template = "rubric-trial"

    struct Row: Encodable, Sendable {
        let name: String
        let number: String
        let address: String
        let asOf: String
        let before: ChipView
        let after: ChipView
        let causes: [FactView]
        let hasCauses: Bool
        let raised: [String]
        let hasRaised: Bool
        let cleared: [String]
        let hasCleared: Bool
    }

    let title: String
    let version: LinkView
    let facts: [FactView]
    let rows: [Row]
    let isEmpty: Bool
    let paging: PagingView
    let activate: String?
    let isOwn: Bool

    /// - Parameter isBesideInForce: whether what it was held against is still in force.
    init(
        _ trial: RubricTrialRecord, _ page: Page<RubricTrialChange>, _ entry: RubricEntry, _ rubric: Rubric, isBesideInForce: Bool,
        _ visit: Visit
    ) {
        let (w, words) = (visit.w, Catalogue.rubricWork)
        title = w(words.trialNamed(trial.trial))
        version = LinkView(label: w(entry.title), address: RubricWorkPages.address(ofVersion: entry.hash))
        facts = [
            FactView(label: w(words.madeBy), value: w(person: trial.madeBy)),
            FactView(label: w(words.days), value: trial.days.map { w($0) }.joined(separator: w(Catalogue.frame.listMark))),
            FactView(label: w(words.assessments), value: trial.finishedAt == nil ? w(words.unfinished) : w(trial.organizations)),
            FactView(label: w(words.changed), value: w(trial.changed)),
        ]
        rows = page.items.map { Row($0, rubric, w) }
        isEmpty = rows.isEmpty
        paging = PagingView(next: page.next, visit)
        let isOpen = isBesideInForce && trial.finishedAt != nil && !entry.isInForce && visit.mayDo(.act(.activateRubric))
        isOwn = isOpen && entry.kept?.author == visit.caller.name
        let form = "\(RubricWorkPages.address(ofVersion: entry.hash))/activation"
        activate = isOpen && !isOwn ? PageAddress.of(form, [("trial", String(trial.trial))]) : nil
    }
}

extension RubricTrialView.Row {
    /// How many reasons a row gives.
    private static let causesShown = 4

    fileprivate init(_ change: RubricTrialChange, _ rubric: Rubric, _ w: Words) {
        name = w.language == .english ? change.englishName ?? change.name : change.name
        (number, asOf) = (change.organization.description, w(change.asOf))
        address = OrganizationPages.address(of: change.organization)
        (before, after) = (ChipView.status(change.statusBefore, w), ChipView.status(change.statusAfter, w))
        causes = zip(change.parts, change.logOdds).prefix(Self.causesShown).map { part, difference in
            let known = rubric.indicators.first { $0.code == part }?.name ?? rubric.combinations.first { $0.code == part }?.name
            return FactView(
                label: part == "intercept" ? w(Catalogue.explanation.base) : known.map { w($0) } ?? part,
                value: ChartText.signed(difference))
        }
        func flags(_ codes: [String]) -> [String] {
            codes.map { code in rubric.flags.first { $0.code == code }.map { w($0.name) } ?? code }
        }
        (raised, cleared) = (flags(change.flagsRaised), flags(change.flagsCleared))
        (hasCauses, hasRaised, hasCleared) = (!causes.isEmpty, !raised.isEmpty, !cleared.isEmpty)
    }
}
