import Access
import Appraisal
import Incubation
import Values
import Workflow

/// One calibration: what was learned, how it would have done, who approved it.
struct CalibrationView: PageView {
    static let template = "calibration"

    struct Part: Encodable, Sendable {
        let population: String
        let stage: String
        let exits: String
        let cases: String
        let intercept: String
        let slope: String
    }

    struct Points: Encodable, Sendable {
        let indicator: String
        let bands: [FactView]
    }

    struct Year: Encodable, Sendable {
        let year: String
        let cases: String
        let knownExits: String
        let stage: String
        let expectedShipped: String
        let expected: String
        let observed: String
    }

    let title: String
    let state: ChipView
    let facts: [FactView]
    let rubric: LinkView
    let approve: String?
    let isOwn: Bool
    let parts: [Part]
    let points: [Points]
    let hasPoints: Bool
    let chart: ReliabilityChartView?
    let years: [Year]
    let hasYears: Bool
    let back: String

    init(
        _ found: CalibrationProposal, _ rubric: NamedRubric, _ places: [AreaCode: AreaInPlace], today: Day, _ visit: Visit
    ) throws {
        let (w, row, report) = (visit.w, found.row, found.report)
        let learned = try found.learned
        title = w(Catalogue.calibrations.numbered(row.number))
        state = ChipView(row, today: today, w)
        facts = Self.facts(row, report, places, w)
        self.rubric = LinkView(label: w(rubric.rubric.title), address: RubricPages.address(of: rubric))
        let isOpen = row.approver == nil && visit.mayDo(.act(.approveCalibration))
        isOwn = isOpen && row.author == visit.caller.name
        approve = isOpen && !isOwn ? "\(CalibrationPages.address(of: row.number))/approval" : nil
        parts = learned.parts.map { Part($0, rubric.rubric, w) }
        points = learned.points?.indicators.map { Points($0, rubric.rubric, w) } ?? []
        hasPoints = !points.isEmpty
        let groups = report.groups.map {
            ReliabilityGroup(
                cases: $0.cases, exits: $0.exits, estimate: $0.estimate, share: $0.share, lowest: $0.lowest, highest: $0.highest)
        }
        chart = ReliabilityChartView(
            groups, id: "reliability", title: Catalogue.modelCard.reliability(Catalogue.calibrations.numbered(row.number)), w)
        years = report.years.map { Year($0, w) }
        hasYears = !years.isEmpty
        back = CalibrationPages.path
    }

    private static func facts(
        _ row: CalibrationRecord, _ report: CalibrationReport, _ places: [AreaCode: AreaInPlace], _ w: Words
    ) -> [FactView] {
        let words = Catalogue.calibrations
        let balance = report.balance
        func figure(_ value: Double?) -> String { value.map { FigureText.decimal($0, places: 2) } ?? "–" }
        let ratio = words.ratio(
            figure(balance.ratio), figure(balance.interval.lowerBound), figure(balance.interval.upperBound), balance.alarm.words)
        var facts = [
            FactView(label: w(words.area), value: row.place(places, w)),
            FactView(label: w(words.stage), value: row.stageWords.map { w($0) } ?? row.stage),
            FactView(label: w(words.asOf), value: w(row.asOf)), FactView(label: w(words.exits), value: w(row.exits)),
            FactView(label: w(words.cases), value: w(row.cases)), FactView(label: w(words.author), value: w(person: row.author)),
        ]
        if let approver = row.approver { facts.append(FactView(label: w(words.approver), value: w(person: approver))) }
        if let from = row.validFrom {
            facts.append(FactView(label: w(words.validity), value: w(words.span(w(from), row.validThrough.map { w($0) }))))
        }
        guard report.cases > 0 else { return facts }
        return facts + [
            FactView(label: w(words.balance), value: w(ratio)), FactView(label: w(words.brierSkill), value: figure(report.brierSkill)),
        ]
    }
}

extension CalibrationView.Part {
    fileprivate init(_ part: LocalCalibration.Part, _ rubric: Rubric, _ w: Words) {
        population = rubric.populations.first { $0.code == part.population }.map { w($0.name) } ?? part.population
        (stage, exits, cases) = (w(part.stage.words), w(part.exits), w(part.cases))
        intercept = FigureText.decimal(part.intercepts.months24, places: 2)
        slope = FigureText.decimal(part.slope, places: 2)
    }
}

extension CalibrationView.Points {
    fileprivate init(_ entry: LocalCalibration.Points, _ rubric: Rubric, _ w: Words) {
        let (words, known) = (Catalogue.rubric, rubric.indicators.first { $0.code == entry.indicator })
        indicator = known.map { w($0.name) } ?? entry.indicator
        bands =
            Indicator.bands(cuts: entry.cuts, points: entry.points).enumerated().map { position, band in
                let label = known.map { w(band.bounds.words(in: $0.unit)) } ?? String(position + 1)
                return FactView(label: label, value: w(words.points(band.points)))
            } + [FactView(label: w(words.missing), value: w(words.points(entry.missing)))]
    }
}

extension CalibrationView.Year {
    fileprivate init(_ year: CalibrationReport.Year, _ w: Words) {
        self.year = String(year.year)
        (cases, knownExits, observed) = (w(year.cases), w(year.knownExits), w(year.exits))
        stage = CalibrationStage(rawValue: year.stage).map { w($0.words) } ?? year.stage
        expectedShipped = FigureText.decimal(year.expectedShipped, places: 1)
        expected = FigureText.decimal(year.expected, places: 1)
    }
}
