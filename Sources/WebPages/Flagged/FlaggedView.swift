import Access
import Appraisal
import Incubation
import Values
import Workflow

/// Flagged organizations with their reasons.
struct FlaggedView: PageView {
    static let template = "flagged"

    struct Row: Encodable, Sendable {
        let name: String
        let number: String
        let address: String
        let status: ChipView
        let estimate: String
        let range: String?
        let known: String
        let flags: [Reason]
        let more: LinkView?
    }

    struct Reason: Encodable, Sendable {
        let severity: ChipView
        let reason: String
        /// By which the flag is ticked; nil for a reader who gives flags to nobody.
        var item: String?
    }

    struct Results: Encodable, Sendable {
        let count: String
        let isEmpty: Bool
        let rows: [Row]
        let paging: PagingView
        let csv: String
        let xlsx: String
    }

    let title: String
    /// The list of flags that somebody works on.
    let work: String
    /// Where ticked flags are sent; nil for a reader who gives flags to nobody.
    let batch: String?
    let area: AreaFieldView
    let runs: [OptionView]
    let statuses: [OptionView]
    let severities: [OptionView]
    let categories: [OptionView]
    let flags: [OptionView]
    let orders: [OptionView]
    let filter: FilterView
    let results: Results?
    let isNeverAssessed: Bool

    init(
        _ query: FlaggedQuery, _ found: FlaggedPage?, _ runs: [AssessmentRun], _ places: [AreaCode: AreaInPlace], _ rubric: NamedRubric,
        _ visit: Visit
    ) {
        let (w, words) = (visit.w, Catalogue.flagged)
        title = w(words.title)
        work = FlagPages.path
        batch = visit.mayDo(.act(.assignFlag)) ? FlagBatchPages.path : nil
        area = AreaFieldView(query.area, typed: visit.query.text("area"), visit)
        self.runs = Self.options(runs, chosen: query.chosenRun, places, w)
        statuses = OptionView.all(Status.self, chosen: query.status, first: Catalogue.terms.any, w, words: \.words)
        severities = OptionView.all(FlagRule.Severity.self, chosen: query.severity, first: Catalogue.terms.any, w) {
            $0 == .critical ? $0.words : words.atLeast($0.words)
        }
        categories = OptionView.all(OrganizationCategory.self, chosen: query.category, first: Catalogue.terms.any, w, words: \.words)
        flags =
            [OptionView(value: "", label: w(Catalogue.terms.any), isChosen: query.flag == nil)]
            + rubric.rubric.flags.map { OptionView(value: $0.code, label: w($0.name), isChosen: $0.code == query.flag) }
        orders = FlaggedOrder.allCases.map { OptionView(value: $0.rawValue, label: w($0.words), isChosen: $0 == query.order) }
        filter = FilterView(
            SitePart.flagged.path,
            [
                (words.run, self.runs.chosen), (Catalogue.directory.area, area.chosen), (words.status, statuses.chosen),
                (words.severity, severities.chosen), (Catalogue.directory.category, categories.chosen), (words.flag, flags.chosen),
                (words.order, orders.chosen),
            ], isWrong: !query.area.isClear, w)
        isNeverAssessed = runs.isEmpty
        results = found.map { Results($0, query, visit) }
    }

    private static func options(
        _ runs: [AssessmentRun], chosen: Int64?, _ places: [AreaCode: AreaInPlace], _ w: Words
    ) -> [OptionView] {
        let words = Catalogue.flagged
        return [OptionView(value: "", label: w(words.newest), isChosen: chosen == nil)]
            + runs.filter { $0.finishedAt != nil }.map { run in
                let area = run.area.map { code in places[code].map { w($0.area) } ?? code.text } ?? w(words.nation)
                return OptionView(
                    value: String(run.run), label: w(words.runNamed(run.asOf.iso, area, w(run.organizations))), isChosen: run.run == chosen)
            }
    }
}

extension FlaggedView.Results {
    fileprivate init(_ found: FlaggedPage, _ query: FlaggedQuery, _ visit: Visit) {
        let w = visit.w
        // What follows belongs to this run, whatever run is the newest by then.
        let kept = query.kept(found.run.run)
        count = w(Catalogue.flagged.shown(found.page.items.count, more: found.page.next != nil))
        isEmpty = found.page.items.isEmpty
        let isPicked = visit.mayDo(.act(.assignFlag))
        rows = found.page.items.map { FlaggedView.Row($0, isPicked: isPicked, w) }
        paging = PagingView(next: found.page.next, visit, keeping: kept)
        csv = visit.address(of: SitePart.flagged.path + ".csv", changing: kept)
        xlsx = visit.address(of: SitePart.flagged.path + ".xlsx", changing: kept)
    }
}

extension FlaggedView.Row {
    /// How many reasons a row gives before it points to the rest.
    private static let reasonsShown = 3

    /// - Parameter isPicked: whether the reader may tick flags.
    init(_ assessment: StoredAssessment, isPicked: Bool = false, _ w: Words) {
        name = w.language == .english ? assessment.englishName ?? assessment.name : assessment.name
        number = assessment.organization.description
        address = OrganizationPages.address(of: assessment.organization)
        status = ChipView.status(assessment.status, w)
        estimate = assessment.probability.map(Percent.words) ?? w(Catalogue.flagged.notShown)
        range = assessment.probabilityLow.flatMap { low in
            assessment.probabilityHigh.map { "\(Percent.words(low))–\(Percent.words($0))" }
        }
        known = Percent.words(assessment.coverage)
        let flags = assessment.detail.flags
        self.flags = flags.prefix(Self.reasonsShown).map {
            FlaggedView.Reason(
                severity: ChipView.severity($0.severity, w), reason: w($0.reason.text),
                item: isPicked ? FlagBatchPages.value(assessment.organization, $0.code) : nil)
        }
        let rest = flags.count - Self.reasonsShown
        more = rest > 0 ? LinkView(label: w(Catalogue.flagged.more(rest)), address: address + "/assessment") : nil
    }
}

extension FlaggedOrder {
    var words: BilingualText {
        switch self {
        case .risk: Catalogue.flagged.byRisk
        case .flags: Catalogue.flagged.byFlags
        case .coverage: Catalogue.flagged.byCoverage
        }
    }
}
